import { paragraphOf, runsOf, type Paragraph, type Run } from './runs.ts'

/** One line on paper; `text` is what is said in it, in the order in which it is said, with the space or end at which it breaks. */
export type Line = { text: string; runs: Run[]; width: number; isRightToLeft: boolean }

const words = new Intl.Segmenter('en', { granularity: 'word' })
const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })
const OPENS = /^[\p{Ps}\p{Pi}¿¡]$/u

type Width = (runs: readonly Run[]) => number

/** The lines of a text that fit a width; no word is cut that would fit on a line of its own. */
export function breakLines(text: string, { width, widthOf }: { width: number; widthOf: Width }): Line[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((each) => {
    const paragraph = paragraphOf(each)
    const lines = fitted(paragraph, { width, widthOf })
    return lines.map(({ from, to }, n) => {
      const said = each.slice(from, to)
      const runs = runsOf(paragraph, { from, to: from + said.trimEnd().length })
      const end = n === lines.length - 1 ? '\n' : ''
      return { text: `${said}${end}`, runs, width: widthOf(runs), isRightToLeft: paragraph.isRightToLeft }
    })
  })
}

type Span = { from: number; to: number }

function fitted(paragraph: Paragraph, { width, widthOf }: { width: number; widthOf: Width }): Span[] {
  const lines: Span[] = []
  let line: Span | undefined
  let used = 0
  const measure = ({ from, to }: Span) => widthOf(runsOf(paragraph, { from, to }))
  const pieces = unbroken(paragraph.text).flatMap((span) =>
    measure(trimmed(paragraph.text, span)) > width ? clustersOf(paragraph.text, span) : [span],
  )
  for (const span of pieces) {
    if (line && used + measure(trimmed(paragraph.text, span)) > width) {
      lines.push(line)
      line = undefined
      used = 0
    }
    line = { from: line?.from ?? span.from, to: span.to }
    used += measure(span)
  }
  return [...lines, line ?? { from: 0, to: 0 }]
}

const trimmed = (text: string, { from, to }: Span): Span => ({ from, to: from + text.slice(from, to).trimEnd().length })

const clustersOf = (text: string, { from, to }: Span): Span[] =>
  [...clusters.segment(text.slice(from, to))].map(({ segment, index }) => ({
    from: from + index,
    to: from + index + segment.length,
  }))

/** Words with what stands behind them; what opens something stands with what follows. */
function unbroken(text: string): Span[] {
  const spans: (Span & { isOpen: boolean })[] = []
  for (const { segment, index, isWordLike } of words.segment(text)) {
    const last = spans.at(-1)
    const opens = OPENS.test(segment)
    const to = index + segment.length
    if (last && (last.isOpen || !(isWordLike || opens))) Object.assign(last, { to, isOpen: last.isOpen && opens })
    else spans.push({ from: index, to, isOpen: opens })
  }
  return spans
}
