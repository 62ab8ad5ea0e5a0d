import type { ConversationLine } from '@portico/protocol/conversations'
import type { SaidThere } from '@portico/protocol/search'
import type { AskedWord } from './asked.ts'
import { termsOf, type Term } from './terms-of.ts'

/** Of the line that has most of what was asked, so much is shown, beginning so far before the first of it. */
export const EXCERPT_LENGTH_MAX = 160
const BEFORE_LENGTH = 40
const MARKS_MAX = 20

type Found = { line: ConversationLine; text: string; terms: readonly Term[]; words: number }

/** The newest of the lines that say most of what was asked; nothing where none does. */
export function excerptOf(lines: readonly ConversationLine[], asked: readonly AskedWord[]): SaidThere | null {
  const found = lines.reduce<Found | undefined>((best, line) => {
    const each = findIn(line, asked)
    return each && each.words >= (best?.words ?? 1) ? each : best
  }, undefined)
  return found ? cutOut(found) : null
}

function findIn(line: ConversationLine, asked: readonly AskedWord[]): Found | undefined {
  if (line.body.kind === 'notice') return undefined
  const { text } = line.body
  const fits = ({ term }: Term) => asked.filter((word) => (word.begins ? term.startsWith(word.term) : term === word.term))
  const terms = termsOf(text).filter((term) => fits(term).length > 0)
  return { line, text, terms, words: new Set(terms.flatMap(fits)).size }
}

function cutOut({ line: { id, at, author, body }, text, terms }: Found): SaidThere | null {
  if (body.kind === 'notice') return null
  const first = terms[0]?.from ?? 0
  const from = first <= BEFORE_LENGTH ? 0 : beginningOf(text, first - BEFORE_LENGTH)
  const to = beginningOf(text, Math.min(text.length, from + EXCERPT_LENGTH_MAX))
  const lead = from > 0 ? '…' : ''
  const shown = `${lead}${text.slice(from, to).replaceAll(/\s/g, ' ')}${to < text.length ? '…' : ''}`
  const marks = joined(terms.filter((term) => term.to <= to)).slice(0, MARKS_MAX)
  return {
    line: id,
    at,
    author,
    kind: body.kind,
    text: shown,
    marks: marks.map((mark) => ({ from: mark.from - from + lead.length, to: mark.to - from + lead.length })),
  }
}

/** Where a character begins: none is cut in two. */
const beginningOf = (text: string, at: number) => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at)

/** Pairs of characters overlap; what touches is one. */
function joined(terms: readonly Term[]): { from: number; to: number }[] {
  const marks: { from: number; to: number }[] = []
  for (const { from, to } of terms) {
    const last = marks.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else marks.push({ from, to })
  }
  return marks
}
