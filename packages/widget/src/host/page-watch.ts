import type { Page } from '@portico/protocol/conversations'

const LOOK_MS = 1000

/**
 * Where the visitor is, and the count before the page's title. Sites that change pages without loading them touch history,
 * title or both, each in its own way: one look a second sees all of them and changes nothing of the page's own functions.
 */
export function watchPage({ unread, moved }: { unread: () => number; moved: () => void }) {
  let title = document.title
  let counted = title
  let seen = location.href + title

  function showCount(count = unread()) {
    if (document.title !== counted) title = document.title
    counted = count > 0 ? `(${count}) ${title}` : title
    if (document.title !== counted) document.title = counted
  }

  const timer = setInterval(() => {
    showCount()
    const now = location.href + title
    if (now === seen) return
    seen = now
    moved()
  }, LOOK_MS)

  return {
    now: (): Page => ({ url: location.href, title }),
    showCount: () => showCount(),
    close: () => {
      clearInterval(timer)
      showCount(0)
    },
  }
}
