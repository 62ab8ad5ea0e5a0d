import type { AnswerId, OperatorId, ScriptId, StepId } from '@portico/protocol/ids'

/** One visitor's way through one version of a script. */
export type Run =
  | (Course & { state: 'asking'; step: StepId })
  | (Course & { state: 'retrying'; step: StepId; tries: number })
  | (Course & { state: 'collecting'; step: StepId; lines: readonly string[]; lastLineAt: number })
  | (Course & { state: 'forwarding'; step: StepId })
  | (Course & { state: 'redirecting'; link: string })
  | (Course & { state: 'handed-over'; operator: OperatorId })
  | (Course & { state: 'ended'; because: 'no-next-step' | 'left-site' })

/** `path` names the steps in the order in which they were reached; `given` what was answered to them. */
export type Course = { script: ScriptId; version: number; path: readonly StepId[]; given: readonly Given[] }

/** An answer as it was given. `raw` is what the visitor saw or wrote; it stays readable when the script's answer is deleted. */
export type Given =
  | { kind: 'choice'; step: StepId; answer: AnswerId; raw: string; at: number }
  | { kind: 'email'; step: StepId; address: string | null; raw: string; at: number }
  | { kind: 'phone'; step: StepId; raw: string; at: number }
  | { kind: 'words'; step: StepId; raw: string; at: number }

/** A run that stands at a step and waits for something said there. */
export type Standing = Extract<Run, { step: StepId }>
