import type { ConversationView } from '@portico/protocol/conversations'
import { useMemo } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import { useLabels } from '../labels/use-labels.ts'
import { useNow } from '../live/use-now.ts'
import { useView } from '../live/use-view.ts'
import { candidates, type Candidate } from './candidates.ts'

/** Who could be asked, found by what is typed; nobody asks himself. */
export function useCandidates(view: ConversationView, words: string): readonly Candidate[] {
  const settings = useView<'settings'>('settings')
  const labels = useLabels('expertise')
  const me = useMyId()
  const now = useNow()
  return useMemo(
    () => (settings ? candidates(view, { settings, labels, words, now }).filter(({ id }) => id !== me) : []),
    [view, settings, labels, words, now, me],
  )
}
