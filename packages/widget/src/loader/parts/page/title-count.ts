/**
 * The count before a page's title. A site keeps a title and puts it back later, or makes another of it, with the count before it: what
 * was put there once is known as ours.
 */
export function openTitleCount() {
  const ours: string[] = []

  function ownTitle(shown: string): string {
    const prefix = ours.find((one) => shown.startsWith(one))
    return prefix === undefined ? shown : ownTitle(shown.slice(prefix.length))
  }

  return {
    ownTitle,
    counted: (title: string, count: number): string => {
      if (count === 0) return title
      const prefix = `(${count}) `
      if (ours.indexOf(prefix) < 0) ours.push(prefix)
      return prefix + title
    },
  }
}
