export const SLOTS = ['firstName', 'name', 'email', 'operator', 'channel', 'date', 'time'] as const
type Slot = (typeof SLOTS)[number]
/** What is known; what is not is missing or null. */
export type Known = Partial<Record<Slot, string | null>>

const SLOT = /\{\{\s*([A-Za-z]{1,20})\s*(?:\|([^{}|\n]{0,200}))?\}\}/g

type Filled = {
  text: string
  /** Of the first slot of which nothing is known, in square brackets. */ open: { from: number; to: number } | undefined
}

/** A text with what is known in its slots; what is between braces and no slot stays as it is. */
export function fillSlots(template: string, known: Known, called: (slot: Slot) => string): Filled {
  let text = ''
  let end = 0
  let open: Filled['open']
  for (const match of template.matchAll(SLOT)) {
    const slot = SLOTS.find((each) => each === match[1])
    if (!slot) continue
    text += template.slice(end, match.index)
    end = match.index + match[0].length
    const said = known[slot]?.trim() || match[2]?.trim()
    const from = text.length
    text += said ?? `[${called(slot)}]`
    if (said === undefined) open ??= { from, to: text.length }
  }
  return { text: text + template.slice(end), open }
}
