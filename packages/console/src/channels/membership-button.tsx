import type { ChannelId } from '@portico/protocol/ids'
import { mayAdminister } from '../auth/may-administer.ts'
import { useMe } from '../auth/me-context.tsx'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { channelsTexts } from './texts.ts'

/** Joins or leaves a channel oneself. Joining is for those who configure channels; anybody may leave. */
export function MembershipButton({ channel, name }: { channel: ChannelId; name: string }) {
  const { channels } = useTexts(channelsTexts)
  const command = useCommand()
  const me = useMe()
  if (!me) return null
  const member = me.channels.includes(channel)
  if (!member && !mayAdminister(me)) return null
  const change = () => void command({ type: member ? 'channel.leave' : 'channel.join', channel, operator: me.id })
  return (
    <Button small onClick={change} aria-label={member ? channels.leaveOf(name) : channels.joinOf(name)}>
      {member ? channels.leave : channels.join}
    </Button>
  )
}
