// The view of topic `visitor:<id>`: the newest conversation of this visitor in each channel, open or closed.
import { channelId, conversationId, visitorId } from './ids.ts'
import * as s from './schema.ts'

export const visitorConversation = s.object({
  conversation: conversationId,
  channel: channelId,
  state: s.literal(['open', 'closed']),
})
export const visitorView = s.object({ id: visitorId, conversations: s.array(visitorConversation) })

export type VisitorConversation = s.Infer<typeof visitorConversation>
export type VisitorView = s.Infer<typeof visitorView>
