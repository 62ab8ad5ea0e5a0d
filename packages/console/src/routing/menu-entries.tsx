import { ArrowRightLeft, UserPlus } from 'lucide-react'
import { useActions } from '../actions/use-action.ts'
import { maySupervise } from '../auth/may-administer.ts'
import { useMe } from '../auth/me-context.tsx'
import { useTexts } from '../messages/language-context.tsx'
import { MenuEntry } from '../parts/menu-entry.tsx'
import type { ViewProps } from '../rooms/room.ts'
import { routingTexts } from './texts.ts'
import { useOwnChannels } from './use-own-channels.ts'

export function MoveEntry({ view }: ViewProps) {
  const { routing } = useTexts(routingTexts)
  const actions = useActions()
  const channels = useOwnChannels()
  const why = view.phase.state === 'closed' ? routing.ended : channels.length < 2 ? routing.moveWhy : undefined
  return (
    <MenuEntry icon={ArrowRightLeft} why={why} run={() => void actions.run('move')}>
      {routing.move}
    </MenuEntry>
  )
}

export function AssignEntry({ view }: ViewProps) {
  const { routing } = useTexts(routingTexts)
  const actions = useActions()
  const me = useMe()
  const why = view.phase.state === 'closed' ? routing.ended : maySupervise(me) ? undefined : routing.assignWhy
  return (
    <MenuEntry icon={UserPlus} why={why} run={() => void actions.run('assign')}>
      {routing.assign}
    </MenuEntry>
  )
}
