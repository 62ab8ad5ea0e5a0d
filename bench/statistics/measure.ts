/** What a benchmark prints, one JSON object each. */
export type Measure = { measure: string } & Readonly<Record<string, string | number>>

export type Simulation = { seed: number; experiments: number; progress: (text: string) => void }
