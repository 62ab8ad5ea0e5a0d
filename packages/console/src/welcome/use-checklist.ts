import type { ConversationRowView } from '@portico/protocol/conversations'
import { useEffect, useMemo } from 'react'
import { mayAdminister } from '../auth/may-administer.ts'
import { useMe, useMyId } from '../auth/me-context.tsx'
import { useView } from '../live/use-view.ts'
import { doneSteps, type Step, STEPS } from './steps.ts'
import { useKeptWords } from './use-kept-words.ts'

const DISMISSED = 'dismissed'

/** `state`: nothing is shown to whoever does not set up, or has done it all, or has sent it away. */
export type Checklist = {
  state: 'hidden' | 'shown'
  done: ReadonlySet<Step>
  next: Step | undefined
  tick: (step: Step) => void
  dismiss: () => void
}

/** How far this installation is set up; what was once seen to be done stays so, in this browser. */
export function useChecklist(rows: readonly ConversationRowView[]): Checklist {
  const id = useMyId()
  const me = useMe()
  const colleagues = useView<'settings'>('settings')?.colleagues.length ?? 0
  const [ticked, tick] = useKeptWords(`portico.checklist.${id}`)
  const done = useMemo(() => doneSteps({ rows, colleagues, ticked, origin: location.origin }), [rows, colleagues, ticked])
  useEffect(() => {
    for (const step of done) if (step !== 'made') tick(step)
  }, [done, tick])
  const next = STEPS.find((step) => !done.has(step))
  const shown = mayAdminister(me) && next !== undefined && !ticked.has(DISMISSED)
  return { state: shown ? 'shown' : 'hidden', done, next, tick, dismiss: () => tick(DISMISSED) }
}
