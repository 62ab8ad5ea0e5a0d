type Drawn = { first: string | undefined; own: number; away: boolean }

export type KeepPlace = (log: HTMLElement, drawn: Drawn) => void

/**
 * The log stands at its newest line by itself (column-reverse), and earlier lines that are loaded push nothing away. What
 * arrives while the visitor reads further up must not move what he reads. Called after each drawing.
 */
export function openPlace(): KeepPlace {
  let before = { height: 0, first: undefined as string | undefined, own: 0 }
  return (log, { first, own, away }) => {
    if (own > before.own) log.scrollTop = 0
    else if (away && first === before.first) log.scrollTop -= log.scrollHeight - before.height
    before = { height: log.scrollHeight, first, own }
  }
}
