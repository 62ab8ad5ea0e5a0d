import { Eye, LogOut, UserPlus, UserRoundCheck } from 'lucide-react'
import { useActions } from '../actions/use-action.ts'
import { useTexts } from '../messages/language-context.tsx'
import { MenuEntry } from '../parts/menu-entry.tsx'
import type { ViewProps } from '../rooms/room.ts'
import { colleaguesTexts } from './texts.ts'
import { usePartIn } from './use-part-in.ts'

export function InviteEntry({ view }: ViewProps) {
  const { menu } = useTexts(colleaguesTexts)
  const actions = useActions()
  const { part } = usePartIn(view)
  const why = view.phase.state !== 'active' ? menu.notRunning : part === 'none' ? menu.notIn : undefined
  return (
    <MenuEntry icon={UserPlus} why={why} run={() => void actions.run('invite')}>
      {menu.invite}
    </MenuEntry>
  )
}

export function HandOverEntry({ view }: ViewProps) {
  const { menu } = useTexts(colleaguesTexts)
  const actions = useActions()
  const { part } = usePartIn(view)
  const whys = { contributes: undefined, observes: menu.observing, none: menu.notIn }
  const why = view.phase.state !== 'active' ? menu.notRunning : whys[part]
  return (
    <MenuEntry icon={UserRoundCheck} why={why} hint={menu.handOverHint} run={() => void actions.run('hand-over')}>
      {menu.handOver}
    </MenuEntry>
  )
}

/** The other part than one has. */
export function ObserveEntry({ view }: ViewProps) {
  const { menu } = useTexts(colleaguesTexts)
  const actions = useActions()
  const { observing, takesPart } = usePartIn(view)
  if (observing === 'observes') {
    return (
      <MenuEntry
        icon={UserRoundCheck}
        why={takesPart ? undefined : menu.notRunning}
        hint={menu.takePartHint}
        run={() => void actions.run('take-part')}
      >
        {menu.takePart}
      </MenuEntry>
    )
  }
  const whys = {
    switch: undefined,
    supervise: undefined,
    alone: menu.notAlone,
    'not-invited': menu.notInvited,
    'not-in': menu.notIn,
    'not-running': menu.notRunning,
  }
  const unasked = observing === 'supervise'
  return (
    <MenuEntry
      icon={Eye}
      why={whys[observing]}
      hint={unasked ? menu.superviseHint : menu.observeHint}
      run={() => void actions.run('observe')}
    >
      {unasked ? menu.supervise : menu.observe}
    </MenuEntry>
  )
}

export function LeaveEntry({ view }: ViewProps) {
  const { menu } = useTexts(colleaguesTexts)
  const actions = useActions()
  const { leaving, others, part } = usePartIn(view)
  const whys = { leave: undefined, alone: menu.alone, 'not-in': menu.notIn }
  const [first] = others
  const hint = part === 'contributes' && first !== undefined ? menu.stays(first) : undefined
  return (
    <MenuEntry icon={LogOut} why={whys[leaving]} hint={hint} run={() => void actions.run('leave')}>
      {menu.leave}
    </MenuEntry>
  )
}
