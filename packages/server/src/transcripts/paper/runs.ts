import bidiFactory from 'bidi-js'
import { drawnWith, type Face } from './fonts.ts'

/** Some characters in one font and one direction, as they are said; `drawn` as the font is asked for them. */
export type Run = { face: Face; level: number; from: number; to: number; drawn: string }
export type Paragraph = { text: string; isRightToLeft: boolean; levels: Uint8Array }

const bidi = (bidiFactory as unknown as typeof bidiFactory.default)() // it is the function itself: CommonJS, typed as a module
const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })

export function paragraphOf(text: string): Paragraph {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text)
  return { text, levels, isRightToLeft: ((paragraphs[0]?.level ?? 0) & 1) === 1 }
}

/** Of a part of a paragraph, in the order in which it is said. */
export function runsOf({ text, levels }: Paragraph, { from, to }: { from: number; to: number }): Run[] {
  const runs: Run[] = []
  for (const { segment, index } of clusters.segment(text.slice(from, to))) {
    const at = from + index
    const level = levels[at] ?? 0
    const { face, text: drawn } = drawnWith(level & 1 ? mirrored(segment) : segment)
    const last = runs.at(-1)
    if (last && last.level === level && (last.face === face || drawn === '')) {
      last.to = at + segment.length
      last.drawn += drawn
    } else runs.push({ face, level, from: at, to: at + segment.length, drawn })
  }
  return runs.map((run) => ({ ...run, drawn: turned(run) }))
}

const mirrored = (cluster: string) => bidi.getMirroredCharacter(cluster) ?? cluster

// A font turns what is of a script that is written so; signs of no script stand as they are said.
function turned({ level, drawn }: Run): string {
  const isOfNoScript = !/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(drawn)
  if (!(level & 1) || !isOfNoScript) return drawn
  return [...clusters.segment(drawn)]
    .map(({ segment }) => segment)
    .reverse()
    .join('')
}

/** From left to right, as they stand on the line (UAX #9, L2). */
export function inOrder(runs: readonly Run[]): Run[] {
  const ordered = [...runs]
  const highest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < ordered.length; start++) {
      if ((ordered[start]?.level ?? 0) < level) continue
      let end = start
      while ((ordered[end]?.level ?? 0) >= level) end++
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse())
      start = end
    }
  }
  return ordered
}
