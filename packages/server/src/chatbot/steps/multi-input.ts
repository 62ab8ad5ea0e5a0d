import type { Input } from '../input.ts'
import type { Run, Standing } from '../run.ts'
import { answer, refuse, type Hearing } from './hearing.ts'
import type { Stated } from './stated.ts'

/** Takes any number of messages, until the visitor pauses. */
export type MultiInputStep = Stated & { kind: 'multi-input' }

export const PAUSE_MS = 10_000
export const LINES_MAX = 100

export function hearMultiInput(step: MultiInputStep, run: Standing, input: Input): Hearing {
  const lines = run.state === 'collecting' ? run.lines : []
  if (input.kind === 'typed') {
    const more = [...lines, input.text]
    return more.length < LINES_MAX ? { state: 'more', lines: more, lastLineAt: input.at } : complete(step, more, input.at)
  }
  if (input.kind !== 'paused' || run.state !== 'collecting') return refuse('not-awaited')
  return input.at < completesAt(run, input.typingAt) ? refuse('still-typing') : complete(step, lines, run.lastLineAt)
}

/** When a collecting run is complete, if nothing more is written or typed until then. */
export function completesAt({ lastLineAt }: Extract<Run, { state: 'collecting' }>, typingAt: number | null): number {
  return Math.max(lastLineAt, typingAt ?? 0) + PAUSE_MS
}

function complete(step: MultiInputStep, lines: readonly string[], at: number): Hearing {
  return answer({ kind: 'words', step: step.id, raw: lines.join('\n'), at })
}
