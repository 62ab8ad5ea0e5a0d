import type { OutboxStorage } from '@portico/client/surroundings'
import type { ChatLine } from '@portico/protocol/conversations'

const READ_KEY = 'portico.read'
const HEARD_KEY = 'portico.heard'

/** The staff's lines behind the marked one; all of them when the mark is not, or no longer, among the lines. */
function linesAfter(lines: readonly ChatLine[], mark: string | null): readonly ChatLine[] {
  return lines.slice(lines.findIndex(({ id }) => id === mark) + 1).filter(isFromStaff)
}

export const isFromStaff = ({ author, body }: ChatLine): boolean => author.kind === 'operator' && body.kind === 'message'

/** How far the visitor has read on this device, and how far he has been told that there is something. */
export function openMarks(storage: OutboxStorage) {
  // Every tab tells of a message, but only one of them makes a sound.
  let heardHere = storage.get(HEARD_KEY)

  return {
    unread: (lines: readonly ChatLine[]) => linesAfter(lines, storage.get(READ_KEY)),
    markRead: (line: ChatLine) => storage.set(READ_KEY, line.id),
    /** What this page has not told of; `first`: no other tab has either. */
    hear: (lines: readonly ChatLine[]): { lines: readonly ChatLine[]; first: boolean } => {
      const fresh = linesAfter(lines, heardHere)
      const last = fresh.at(-1)
      const first = last !== undefined && storage.get(HEARD_KEY) !== last.id
      if (last) {
        heardHere = last.id
        storage.set(HEARD_KEY, last.id)
      }
      return { lines: fresh, first }
    },
  }
}
