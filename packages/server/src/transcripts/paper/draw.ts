import type { Entry, Transcript } from '../transcript.ts'
import { breakLines, type Line } from './break-lines.ts'
import { shape, writeWith } from './fonts.ts'
import { inOrder, type Run } from './runs.ts'

const MARGIN = 56
const FOOT = 28
const INK = '#1c1a18'
const SOFT = '#6b655e'
const OPERATOR = '#2f5bd0'
const LEADING = 1.5

type Style = { size: number; colour: string; indent?: number; centred?: true }
const TITLE: Style = { size: 17, colour: INK }
const FACT: Style = { size: 9, colour: SOFT }
const DAY: Style = { size: 9, colour: SOFT, centred: true }
const NOTICE: Style = { size: 9, colour: SOFT, indent: 12 }
const TEXT: Style = { size: 10.5, colour: INK, indent: 12 }

/** Writes it down from top to bottom; nothing of a page is kept once the next has begun. */
export function draw(pdf: PDFKit.PDFDocument, { title, facts, entries }: Transcript): void {
  const bottom = pdf.page.height - MARGIN
  let y = MARGIN
  let pages = 1
  const foot = () => {
    const [line] = breakLines(String(pages), { width: pdf.page.width, widthOf: (runs) => widthOf(runs, FACT.size) })
    if (line) place(pdf, line, { style: { ...FACT, centred: true }, y: pdf.page.height - FOOT })
  }
  const write = (text: string, style: Style) => {
    const width = pdf.page.width - 2 * MARGIN - (style.indent ?? 0)
    for (const line of breakLines(text, { width, widthOf: (runs) => widthOf(runs, style.size) })) {
      if (y + style.size * LEADING > bottom) {
        foot()
        pdf.addPage()
        pages += 1
        y = MARGIN
      }
      place(pdf, line, { style, y: y + style.size })
      y += style.size * LEADING
    }
  }
  write(title, TITLE)
  y += 4
  for (const fact of facts) write(fact, FACT)
  y += 10
  for (const entry of entries) {
    y += 6
    for (const [text, style] of writtenOf(entry)) write(text, style)
  }
  foot()
}

function writtenOf(entry: Entry): [string, Style][] {
  switch (entry.kind) {
    case 'day':
      return [[entry.text, DAY]]
    case 'notice':
      return [[entry.text, NOTICE]]
    case 'said': {
      const head = [entry.author, entry.time, entry.mark].filter(Boolean).join('  ·  ')
      return [
        [head, { size: 9, colour: entry.side === 'operator' ? OPERATOR : SOFT }],
        [entry.text, TEXT],
      ]
    }
  }
}

const widthOf = (runs: readonly Run[], size: number) =>
  runs.reduce((sum, { face, drawn }) => sum + (shape(face, drawn).advanceWidth / face.font.unitsPerEm) * size, 0)

/** What is said in it stands with it as text, in the order in which it is said: the glyphs stand in the order of the page. */
function place(pdf: PDFKit.PDFDocument, line: Line, { style, y }: { style: Style; y: number }): void {
  const { size, colour, indent = 0, centred } = style
  const room = pdf.page.width - 2 * MARGIN - indent
  const lead = centred ? (room - line.width) / 2 : line.isRightToLeft ? room - line.width : 0
  let x = MARGIN + (line.isRightToLeft ? 0 : indent) + lead
  pdf.markContent('Span', { actual: line.text })
  for (const run of inOrder(line.runs)) {
    if (run.drawn === '') continue
    writeWith(pdf, run.face)
    pdf.fontSize(size).fillColor(colour)
    // Asked for features, even for none, pdfkit shapes the run as a whole, not word by word.
    pdf.text(run.drawn, x, y, { lineBreak: false, features: [], baseline: 'alphabetic' })
    x += widthOf([run], size)
  }
  pdf.endMarkedContent()
}
