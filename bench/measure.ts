import type { Measure as SimulationMeasure } from './statistics/measure.ts'

/** What a benchmark prints, one JSON object each. `ratio` is value to baseline, both measured in one run. */
export type Measure = {
  measure: string
  unit: string
  value: number
  baseline?: number
  ratio?: number
  /** What design/budgets.md allows, in words, and whether this run kept to it. */
  budget?: string
  within?: boolean
  /** What a reader must know to believe the figure. */
  note?: string
}

export type Bench = (surroundings: Surroundings) => Promise<readonly (Measure | SimulationMeasure)[]>
/** `conversations`: fewer than a bench would take by itself. */
export type Surroundings = { seed: number; conversations?: number; progress: (text: string) => void; signal: AbortSignal }

type Judged = 'value' | 'ratio'
type Limit = { of: Judged } & ({ atMost: number; atLeast?: number } | { atLeast: number })

/** Figures to three digits, and the verdict on them. A ratio that is given is a median of rounds, better than that of the medians. */
export function measured({ limit, ...measure }: Omit<Measure, 'budget' | 'within'> & { limit?: Limit }): Measure {
  const { value, baseline } = measure
  const ratio = measure.ratio ?? (baseline === undefined ? undefined : value / baseline)
  return {
    ...measure,
    value: rounded(value),
    ...(baseline !== undefined && { baseline: rounded(baseline) }),
    ...(ratio !== undefined && { ratio: rounded(ratio) }),
    ...(limit && judge(limit, limit.of === 'value' ? value : ratio)),
  }
}

function judge(limit: Limit, figure: number | undefined) {
  if (figure === undefined) throw new Error('a budget on a ratio needs a baseline')
  const most = 'atMost' in limit ? limit.atMost : Infinity
  const least = limit.atLeast ?? -Infinity
  const bounds = [...(least > -Infinity ? [`at least ${least}`] : []), ...(most < Infinity ? [`at most ${most}`] : [])]
  return { budget: `${limit.of} ${bounds.join(', ')}`, within: figure >= least && figure <= most }
}

const rounded = (figure: number) => Number(figure.toPrecision(figure >= 1000 ? 4 : 3))
