// Who sits in a conversation asks a colleague to come, with a word. The invited finds it on his own topic, may read along meanwhile, and
// chooses his part: at most what he was asked for, and what the channel gives him. Nothing of it is on the visitor's side.
import { channelId, conversationId, operatorId, visitorId } from './ids.ts'
import { level } from './levels.ts'
import { INVITING_CODE_POINTS_MAX } from './limits.ts'
import * as s from './schema.ts'

const words = s.said(INVITING_CODE_POINTS_MAX)

const colleagueCommand = s.variant('type', [
  // `level`: the highest part that he may choose. Without words of one's own the standard ones are shown.
  s.object({
    type: s.literal('colleague.invite'),
    conversation: conversationId,
    operator: operatorId,
    level,
    text: s.optional(words),
  }),
  s.object({ type: s.literal('colleague.uninvite'), conversation: conversationId, operator: operatorId }),
  // By whoever was invited.
  s.object({ type: s.literal('colleague.join'), conversation: conversationId, level }),
  s.object({ type: s.literal('colleague.decline'), conversation: conversationId }),
])

const staff = s.object({ id: operatorId, name: s.string() })

/** To whom he was invited; the visitor's name is of that moment. */
const invitation = s.object({
  conversation: conversationId,
  channel: channelId,
  visitor: s.object({ id: visitorId, name: s.nullable(s.string()) }),
  by: staff,
  level,
  text: s.nullable(s.string()),
  at: s.instant(),
})
const invited = s.object({ operator: staff, by: staff, level, at: s.instant() })

const colleagueEvent = s.variant('type', [
  // on operator:<id>
  s.object({ type: s.literal('invitation.received'), invitation }),
  s.object({ type: s.literal('invitation.over'), conversation: conversationId }),
])

export const colleagues = {
  command: colleagueCommand,
  event: colleagueEvent,
  parts: {
    /** Who has been asked to come and has not answered yet, in that order. */
    conversation: s.object({ invited: s.array(invited).default([]) }),
    /** The oldest first. */
    operator: s.object({ invitations: s.array(invitation).default([]) }),
  },
}

export type ColleagueCommand = s.Infer<typeof colleagueCommand>
export type ColleagueEvent = s.Infer<typeof colleagueEvent>
export type Invitation = s.Infer<typeof invitation>
export type Invited = s.Infer<typeof invited>
