import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { useState } from 'react'
import { useMe } from '../auth/me-context.tsx'
import { useMay } from '../auth/use-may.ts'
import { useLevels } from '../auth/use-levels.ts'
import { useHeldText } from '../conversations/use-held-text.ts'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Ask } from '../parts/dialog.tsx'
import { tellUndoable } from '../parts/toast.tsx'
import { channelsTexts } from './texts.ts'

type Props = { channel: ChannelId; name: string }

/** Joins or leaves a channel oneself: an owner of it as he likes. Whoever configures channels makes himself one by it. */
export function MembershipButton({ channel, name }: Props) {
  const me = useMe()
  const may = useMay()
  const level = useLevels()?.get(channel)
  if (!me) return null
  if (me.channels.includes(channel)) return <LeaveButton channel={channel} name={name} me={me.id} />
  return may('levels') || level === 'owner' ? <JoinButton channel={channel} name={name} me={me.id} /> : null
}

function JoinButton({ channel, name, me }: Props & { me: OperatorId }) {
  const { channels } = useTexts(channelsTexts)
  const command = useCommand()
  return (
    <Button
      small
      onClick={() => void command({ type: 'channel.join', channel, operator: me })}
      aria-label={channels.joinOf(name)}
    >
      {channels.join}
    </Button>
  )
}

function LeaveButton({ channel, name, me }: Props & { me: OperatorId }) {
  const { channels } = useTexts(channelsTexts)
  const command = useCommand()
  const held = useHeldText(me, channel)
  const [asking, setAsking] = useState(false)
  const leave = async () => {
    if (!(await command({ type: 'channel.leave', channel, operator: me }))) return
    tellUndoable(channels.left(name), {
      label: channels.undo,
      run: () => void command({ type: 'channel.join', channel, operator: me }),
    })
  }
  return (
    <>
      <Button small onClick={() => (held === undefined ? void leave() : setAsking(true))} aria-label={channels.leaveOf(name)}>
        {channels.leave}
      </Button>
      <Ask
        open={asking}
        close={() => setAsking(false)}
        title={channels.leaveAsk(name)}
        text={held}
        action={channels.leave}
        run={() => void leave()}
      />
    </>
  )
}
