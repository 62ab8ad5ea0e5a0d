import { CircleX, StickyNote } from 'lucide-react'
import { useActions } from '../actions/use-action.ts'
import { conversationsTexts } from '../conversations/texts.ts'
import { useTexts } from '../messages/language-context.tsx'
import { MenuEntry } from '../parts/menu-entry.tsx'
import type { ViewProps } from '../rooms/room.ts'
import { useActionName } from '../rooms/use-action-name.ts'

export const NoteEntry = ({ view }: ViewProps) => <ActionEntry view={view} action="note" icon={StickyNote} />
export const CloseEntry = ({ view }: ViewProps) => <ActionEntry view={view} action="close" icon={CircleX} />

/** An action of the conversation, grey with the reason as long as nobody may take it. */
function ActionEntry({ view: { phase }, action, icon }: ViewProps & { action: string; icon: typeof CircleX }) {
  const { conversation } = useTexts(conversationsTexts)
  const actions = useActions()
  const called = useActionName()
  const why = { requested: conversation.requestBar, active: undefined, closed: conversation.hasEnded }[phase.state]
  return (
    <MenuEntry icon={icon} why={why} run={() => void actions.run(action)}>
      {called(action)}
    </MenuEntry>
  )
}
