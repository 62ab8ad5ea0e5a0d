import type { ChatLine } from '@portico/protocol/conversations'
import { fill, type Words } from '../messages/words.ts'

const READ_OUT_MAX = 3

/** What is said of lines that have arrived together. More than a few are a catch-up: it is summed up, not read out. */
export function announcement(lines: readonly ChatLine[], { texts, counted }: Words): string {
  if (lines.length > READ_OUT_MAX) return counted(texts.newMessages, lines.length)
  return lines
    .map(({ author, body }) =>
      fill(texts.said, { name: author.kind === 'operator' ? author.name : '', text: body.kind === 'message' ? body.text : '' }),
    )
    .join(' ')
}
