import type { Fault } from '@portico/protocol/faults'

/** What is wrong with a script: a place reads `steps[2].onlyIf[0]`. */
export type ScriptFault = Fault<FaultKind>

type FaultKind =
  | 'no-steps'
  | 'too-many-steps'
  | 'id-twice'
  | 'no-text'
  | 'no-answers'
  | 'too-many-answers'
  | 'link-not-web'
  | 'condition-unknown'
  | 'condition-not-earlier'
