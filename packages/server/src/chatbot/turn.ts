import type { StepId } from '@portico/protocol/ids'
import type { Unheard } from './input.ts'
import type { Landing } from './redirect.ts'
import type { Run } from './run.ts'

/** What one input does: the run after it, and the bot's acts in their order. */
export type Turn = { run: Run; acts: readonly Act[] }

export type Act =
  | { kind: 'say'; step: StepId; text: string }
  /** What was typed is no e-mail address. */
  | { kind: 'ask-again'; step: StepId; typed: string }
  | { kind: 'go'; link: string; landing: Landing }
  | { kind: 'restart' }

export type Refused = { refused: Unheard }
