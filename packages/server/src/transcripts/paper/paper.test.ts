import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { printPdf, WAITING_MAX } from '../printing.ts'
import { textOfPdf } from '../testing-pdf.ts'
import type { Transcript } from '../transcript.ts'
import { breakLines } from './break-lines.ts'
import { drawnWith, shape, UNKNOWN } from './fonts.ts'
import { inOrder, paragraphOf, runsOf } from './runs.ts'

const SAID = [
  'Where is my refund? (№ 12–34), “quoted”, fi ffi, Ünïcödé',
  'مرحبا، أين طلبي رقم 12345؟ (شكرا) order ABC',
  'שלום, ההזמנה שלך (#123) בדרך!',
  'नमस्ते, मेरा ऑर्डर कहाँ है? क्षत्रिय',
  'สวัสดีครับ คำสั่งซื้อของฉันอยู่ที่ไหน ที่นี่ไม่มีน้ำ',
  '返品したいです。注文番号は123です。',
  '환불을 부탁드립니다. 안녕하세요',
  '退货 退貨',
  'Привет Γειά',
  'Done 👍🏽 👩‍👩‍👧 🇦🇹 ❤️ 😀',
  'Two\nlines',
]
const transcriptOf = (texts: readonly string[]): Transcript => ({
  locale: 'en',
  title: 'Conversation with Vera',
  facts: ['Shop'],
  entries: texts.map((text) => ({ kind: 'said', author: 'Vera', side: 'visitor', mark: '', time: '14:03', text })),
})

test.each(SAID)('[TX3] every character of %j has a glyph', (text) => {
  const paragraph = paragraphOf(text)
  const runs = runsOf(paragraph, { from: 0, to: text.length })
  expect(runs.map(({ drawn }) => drawn).join('')).not.toContain(UNKNOWN)
  expect(runs.filter(({ face, drawn }) => shape(face, drawn).glyphs.some(({ id }) => id === 0))).toEqual([])
  // It could be missing.
  expect(drawnWith('\u{10ffff}').text).toBe(UNKNOWN)
})

test('[TX4] what stands in the PDF as text is what was said, in the order in which it was said', async () => {
  const printed = await printPdf(transcriptOf(SAID))
  const text = textOfPdf(await buffer(printed ?? new ReadableStream()))
  expect(text).toBe(`Conversation with Vera\nShop\n${SAID.map((said) => `Vera  ·  14:03\n${said}\n`).join('')}1\n`)
})

test('[TX4] what is too long for a line breaks between words, in scripts without spaces too; nothing of it is lost', () => {
  const width = 60
  const widthOf = (runs: readonly { drawn: string }[]) => runs.reduce((sum, { drawn }) => sum + 5 * drawn.length, 0)
  for (const text of [...SAID.slice(0, -1), 'x'.repeat(100), '']) {
    const lines = breakLines(text, { width, widthOf })
    expect(lines.map((line) => line.text).join('')).toBe(`${text}\n`)
    expect(lines.filter((line) => line.width > width)).toEqual([])
  }
  expect(breakLines('Where is (my) refund', { width, widthOf }).map((line) => line.text)).toEqual(['Where is ', '(my) refund\n'])
})

test.each([
  ['אבג 12 ABC', ['ABC', ' ', '12', ' ', 'אבג']],
  ['ABC אבג', ['ABC ', 'אבג']],
])('[TX3] %j stands on the line as %j', (text, order) => {
  const runs = inOrder(runsOf(paragraphOf(text), { from: 0, to: text.length }))
  expect(runs.map(({ from, to }) => text.slice(from, to))).toEqual(order)
})

test('[TX6] so many wait on a node, and no more; whoever hangs up holds up nobody', async () => {
  const asked = Array.from({ length: WAITING_MAX + 5 }, () => printPdf(transcriptOf(['Hello'])))
  expect(asked.filter((each) => each === undefined)).toHaveLength(4)
  ;(await asked[0])?.destroy()
  const last = asked.findLast((each) => each !== undefined)
  expect(textOfPdf(await buffer((await last) ?? new ReadableStream()))).toContain('Hello')
})
