import type { Standing } from '@portico/protocol/hours'
import { openingDay, openingThere, openingWait } from '@portico/protocol/opening-words'
import type { HoursTexts } from './texts.ts'

type Given = { at: number; own: string; language: string; words: HoursTexts['visitor'] }

/** What the widget says to a visitor in this zone while it is closed; undefined: it is open. */
export function visitorWords(standing: Standing, { at, own, language, words }: Given) {
  if (standing.state === 'open') return undefined
  const { opens, zone } = standing
  if (opens === null) return { title: words.leaveTitle, text: words.leaveText }
  const given = { opens, zone, now: at, own, locale: language, texts: words }
  const text = words.opensText.replace('{wait}', openingWait(given))
  return {
    title: words.opensTitle.replace('{when}', openingDay(given)),
    text: [openingThere(given), text].filter((said) => said !== '').join(' '),
  }
}
