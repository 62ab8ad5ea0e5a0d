const TINTS = 6

/** One of six quiet tints, the same for the same person in loader, frame and console. */
export function tintOf(id: string): number {
  let hash = 0
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return (hash % TINTS) + 1
}
