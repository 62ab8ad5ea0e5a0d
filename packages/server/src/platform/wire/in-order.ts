import type { Outcome, Refusal } from '@portico/protocol/outcome'
import { refuse } from '../capability.ts'

/** Of a command nobody knows the outcome of; what follows it is told to wait so long. */
const UNKNOWN_MS = 1000

/**
 * Decides the commands of one connection, or of one list, so that none overtakes another: behind one that was not decided all
 * are told to wait, until one comes that is marked `again`.
 */
export function inOrder<Sent extends { again?: true | undefined }>(
  decide: (sent: Sent) => Promise<Outcome | undefined>,
): (sent: Sent) => Promise<Outcome | undefined> {
  let held: Refusal | undefined
  return async (sent) => {
    if (held && !sent.again) return held
    const outcome = await decide(sent)
    held = waitBehind(outcome)
    return outcome
  }
}

function waitBehind(outcome: Outcome | undefined): Refusal | undefined {
  if (!outcome) return refuse('retry', { afterMs: UNKNOWN_MS })
  if (outcome.ok || (outcome.refused !== 'retry' && outcome.refused !== 'early')) return undefined
  return refuse('retry', { afterMs: outcome.afterMs ?? UNKNOWN_MS })
}
