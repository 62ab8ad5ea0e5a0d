import type { ConversationView } from '@portico/protocol/conversations'
import { maySupervise } from '../auth/may-administer.ts'
import { useMe, useMyId } from '../auth/me-context.tsx'
import { useLevels } from '../auth/use-levels.ts'
import { useView } from '../live/use-view.ts'
import { partIn, type PartIn } from './part-in.ts'

const NONE: readonly never[] = []

export function usePartIn(view: ConversationView): PartIn {
  const me = useMyId()
  const account = useMe()
  const levels = useLevels()
  const own = useView<'operator'>(`operator:${me}`)
  return partIn(view, {
    me,
    level: levels?.get(view.channel),
    supervises: maySupervise(account),
    sittings: own?.sittings ?? NONE,
    invitations: own?.invitations ?? NONE,
  })
}
