import { expect, test } from 'vitest'
import { texts as widgetEn } from '../../../widget/src/frame/parts/waiting/texts.en.ts'
import { texts as widgetFr } from '../../../widget/src/frame/parts/waiting/texts.fr.ts'
import { texts as en } from './texts.en.ts'
import { texts as fr } from './texts.fr.ts'
import { visitorWords } from './visitor-words.ts'

const evening = Date.UTC(2026, 10, 20, 19, 10)
const opens = Date.UTC(2026, 10, 21, 10)
const closed = { state: 'closed', opens, zone: 'Europe/Lisbon' } as const
const said = (own: string, standing: Parameters<typeof visitorWords>[0] = closed) =>
  visitorWords(standing, { at: evening, own, language: 'en-GB', words: en.hours.visitor })

test('[CO242] what a visitor reads at a moment is in her zone, with the time there where it is another', () => {
  expect(said('Europe/Lisbon')).toEqual({
    title: 'We open again tomorrow at 10:00',
    text: 'In 14 hrs 50 mins. Leave us a message, we answer here then.',
  })
  expect(said('Asia/Tokyo')).toEqual({
    title: 'We open again today at 19:00',
    text: 'That is 10:00 in Lisbon. In 14 hrs 50 mins. Leave us a message, we answer here then.',
  })
  expect(said('Asia/Tokyo', { state: 'open' })).toBeUndefined()
  expect(said('Asia/Tokyo', { ...closed, opens: null })?.title).toBe('Leave us a message')
})

test('[CO242] it is said in the words of the widget', () => {
  expect(widgetEn).toMatchObject(en.hours.visitor)
  expect(widgetFr).toMatchObject(fr.hours.visitor)
})
