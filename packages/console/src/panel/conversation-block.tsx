import { useChannelName } from '../conversations/inbox-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { duration } from '../messages/duration.ts'
import { useFormat, useMessages, useTexts } from '../messages/language-context.tsx'
import type { ViewProps } from '../rooms/room.ts'
import { Block, Fact, Facts } from './facts.tsx'
import { panelTexts } from './texts.ts'
import { waitedMs } from './waited.ts'

/** How the conversation has gone so far. */
export function ConversationBlock({ view }: ViewProps) {
  const { shell } = useMessages()
  const { context } = useTexts(panelTexts)
  const { conversation } = useTexts(conversationsTexts)
  const format = useFormat()
  const channel = useChannelName(view.channel)
  const { phase } = view
  const waited = waitedMs(view)
  const staff = phase.state === 'requested' ? phase.before : phase.operators
  return (
    <Block title={context.conversation}>
      <Facts>
        <Fact name={context.channel}>
          <bdi>{channel || shell.loading}</bdi>
        </Fact>
        <Fact name={context.opened}>{format.dateTime(view.openedAt)}</Fact>
        <Fact name={context.state}>
          {{ requested: conversation.requested, active: conversation.active, closed: conversation.ended }[phase.state]}
        </Fact>
        {waited !== undefined && <Fact name={context.waited}>{duration(waited)}</Fact>}
        {phase.state === 'closed' && <Fact name={context.ended}>{format.dateTime(phase.at)}</Fact>}
        {staff.length > 0 && (
          <Fact name={phase.state === 'requested' ? context.before : context.operators}>
            {format.list(staff.map((operator) => operator.name))}
          </Fact>
        )}
      </Facts>
    </Block>
  )
}
