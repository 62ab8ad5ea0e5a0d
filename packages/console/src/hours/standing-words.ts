import type { Standing } from '@portico/protocol/hours'
import type { Format } from '../messages/format.ts'
import type { HoursTexts } from './texts.ts'

/** How hours stand, in the reader's own time. */
export function standingWords(standing: Standing, { words, format }: { words: HoursTexts; format: Format }): string {
  switch (standing.state) {
    case 'open':
      return words.open
    case 'closed':
      return standing.opens === null ? words.never : words.opens(format.dateTime(standing.opens))
  }
}
