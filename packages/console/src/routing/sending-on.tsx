import type { ChannelId, ConversationId } from '@portico/protocol/ids'
import { useState } from 'react'
import { useAction } from '../actions/use-action.ts'
import { maySupervise } from '../auth/may-administer.ts'
import { useMe } from '../auth/me-context.tsx'
import { membersOf } from '../channels/members-of.ts'
import { useCommand } from '../live/use-command.ts'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { tell } from '../parts/toast.tsx'
import { ChooseDialog } from './choose-dialog.tsx'
import { routingTexts } from './texts.ts'
import { useOwnChannels } from './use-own-channels.ts'

type Props = { conversation: ConversationId; channel: ChannelId; isOver: boolean }

/** Moving it to another channel, and giving it to somebody: menu and palette ask for either. */
export function SendingOn({ conversation, channel, isOver }: Props) {
  const { routing } = useTexts(routingTexts)
  const command = useCommand()
  const me = useMe()
  const settings = useView<'settings'>('settings')
  const [open, setOpen] = useState<'move' | 'assign'>()
  const channels = useOwnChannels().filter(({ id }) => id !== channel)
  const { members } = membersOf(channel, settings)
  useAction('move', !isOver && channels.length > 0 ? () => setOpen('move') : undefined)
  useAction('assign', !isOver && maySupervise(me) ? () => setOpen('assign') : undefined)
  const close = () => setOpen(undefined)
  return (
    <>
      <ChooseDialog
        open={open === 'move'}
        close={close}
        title={routing.moveTitle}
        text={routing.moveText}
        choices={channels}
        run={async ({ id, name }) => {
          if (await command({ type: 'conversation.move', conversation, channel: id })) tell(routing.moved(name))
        }}
      />
      <ChooseDialog
        open={open === 'assign'}
        close={close}
        title={routing.assignTitle}
        text={routing.assignText}
        choices={members}
        run={async ({ id, name }) => {
          if (await command({ type: 'conversation.assign', conversation, operator: id })) tell(routing.assigned(name))
        }}
      />
    </>
  )
}
