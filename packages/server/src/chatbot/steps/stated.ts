import type { ScriptFault } from '../fault.ts'
import type { AnswerId, StepId } from '@portico/protocol/ids'

/** What every step has. `onlyIf` names answers: any of those of one question, for each question named. */
export type Stated = { id: StepId; onlyIf: readonly AnswerId[]; text: string }

export function textFaults(text: string, place: string): ScriptFault[] {
  return text.trim() === '' ? [{ place: `${place}.text`, fault: 'no-text', seen: text }] : []
}
