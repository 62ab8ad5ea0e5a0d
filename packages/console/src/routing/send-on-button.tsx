import type { ChannelId, ConversationId } from '@portico/protocol/ids'
import { useState } from 'react'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { ChoiceField } from '../parts/field.tsx'
import { tell } from '../parts/toast.tsx'
import { routingTexts } from './texts.ts'
import { useOwnChannels } from './use-own-channels.ts'

/** Which channel it stands in, and to which it goes: before anybody accepts. */
export function SendOnButton({ conversation, channel }: { conversation: ConversationId; channel: ChannelId }) {
  const { routing } = useTexts(routingTexts)
  const command = useCommand()
  const channels = useOwnChannels()
  const [isMoving, setIsMoving] = useState(false)
  if (channels.length < 2) return null
  const move = async (wanted: string) => {
    const to = channels.find(({ id }) => id === wanted)
    if (!to || to.id === channel) return
    setIsMoving(true)
    if (await command({ type: 'conversation.move', conversation, channel: to.id })) tell(routing.moved(to.name))
    setIsMoving(false)
  }
  return (
    <ChoiceField label={routing.inChannel} value={channel} disabled={isMoving} onChange={({ target }) => void move(target.value)}>
      {channels.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </ChoiceField>
  )
}
