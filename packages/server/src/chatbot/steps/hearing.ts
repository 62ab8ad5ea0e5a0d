import type { Unheard } from '../input.ts'
import type { Landing } from '../redirect.ts'
import type { Given } from '../run.ts'

/** What a step makes of an input. */
export type Hearing =
  | { state: 'refused'; refused: Unheard }
  | { state: 'answered'; given: Given; go: { link: string; landing: Landing } | null }
  | { state: 'wrong'; tries: number; typed: string }
  | { state: 'more'; lines: readonly string[]; lastLineAt: number }
  /** Nothing was answered, and the script goes on. */
  | { state: 'passed' }

export const refuse = (refused: Unheard): Hearing => ({ state: 'refused', refused })
export const answer = (given: Given): Hearing => ({ state: 'answered', given, go: null })
