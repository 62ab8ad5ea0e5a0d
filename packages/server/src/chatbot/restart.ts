import { begin } from './begin.ts'
import type { Run } from './run.ts'
import type { Script } from './script.ts'
import type { Refused, Turn } from './turn.ts'

/** Begins again, forgetting the answers, on the script as it stands by then. */
export function restart(script: Script, run: Run): Turn | Refused {
  if (!mayRestart(run)) return { refused: run.state === 'handed-over' ? 'handed-over' : 'not-awaited' }
  const { run: begun, acts } = begin(script)
  return { run: begun, acts: [{ kind: 'restart' }, ...acts] }
}

export function mayRestart(run: Run): boolean {
  return run.state === 'ended'
}
