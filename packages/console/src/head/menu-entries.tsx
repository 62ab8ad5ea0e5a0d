import { AppWindow, CircleX, RotateCcw, StickyNote } from 'lucide-react'
import { useActions } from '../actions/use-action.ts'
import { colleaguesTexts } from '../colleagues/texts.ts'
import { usePartIn } from '../colleagues/use-part-in.ts'
import { conversationsTexts } from '../conversations/texts.ts'
import { useTexts } from '../messages/language-context.tsx'
import { MenuEntry } from '../parts/menu-entry.tsx'
import type { ViewProps } from '../rooms/room.ts'
import { useActionName } from '../rooms/use-action-name.ts'

type Whys = Partial<Record<ViewProps['view']['phase']['state'], string>>

export function NoteEntry({ view }: ViewProps) {
  const { conversation } = useTexts(conversationsTexts)
  return <ActionEntry view={view} action="note" icon={StickyNote} whys={{ requested: conversation.requestBar }} />
}

export function CloseEntry({ view }: ViewProps) {
  const { conversation } = useTexts(conversationsTexts)
  const { menu } = useTexts(colleaguesTexts)
  const { part } = usePartIn(view)
  const active = part === 'observes' ? { active: menu.observing } : {}
  const whys = { ...active, requested: conversation.requestBar, closed: conversation.hasEnded }
  return <ActionEntry view={view} action="close" icon={CircleX} whys={whys} />
}

export function ReopenEntry({ view }: ViewProps) {
  const { conversation } = useTexts(conversationsTexts)
  const whys = { requested: conversation.notEnded, active: conversation.notEnded }
  return <ActionEntry view={view} action="reopen" icon={RotateCcw} whys={whys} />
}

export function WindowEntry({ view }: ViewProps) {
  return <ActionEntry view={view} action="window" icon={AppWindow} whys={{}} />
}

/** An action of the conversation, grey with the reason as long as nobody may take it. */
function ActionEntry({ view: { phase }, action, icon, whys }: ViewProps & { action: string; icon: typeof CircleX; whys: Whys }) {
  const actions = useActions()
  const called = useActionName()
  const why = whys[phase.state]
  return (
    <MenuEntry icon={icon} why={why} run={() => void actions.run(action)}>
      {called(action)}
    </MenuEntry>
  )
}
