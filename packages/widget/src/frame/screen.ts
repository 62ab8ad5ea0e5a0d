import type { ChatView } from '@portico/protocol/conversations'
import type { VisitorView } from '@portico/protocol/conversations'
import type { LinkState } from '@portico/client/live'
import type { ChannelId } from '@portico/protocol/ids'

const RELOAD = 4426

/** What the visitor is at. */
export type Screen =
  | { state: 'loading' }
  | { state: 'introduction' }
  /** Nobody has answered; before the first ack there is no chat. */
  | { state: 'waiting'; chat: ChatView | undefined }
  | { state: 'conversation'; chat: ChatView }
  | { state: 'ended'; chat: ChatView }
  /** He looks at what was said before, at one of those conversations, or at what is stored of him. */
  | { state: 'list' }
  | { state: 'past'; chat: ChatView }
  | { state: 'storing' }
  /** The server does not speak with this page, or with this token, any more. */
  | { state: 'outdated' }
  | { state: 'locked' }

export type Looking = { at: 'list' } | { at: 'storing' } | { at: 'past'; chat: ChatView }

export type Facts = {
  channel: ChannelId
  /** undefined while nothing connects us: the visitor has not acted. */
  link: LinkState | undefined
  visitor: VisitorView | undefined
  chat: ChatView | undefined
  /** A first message is on its way, or was refused. */
  opening: boolean
  /** The visitor has asked for a new conversation after one that ended. */
  anew: boolean
  /** Whatever else there is meanwhile. */
  looking: Looking | undefined
}

export function screenOf({ channel, link, visitor, chat, opening, anew, looking }: Facts): Screen {
  if (link?.state === 'ended') return { state: link.code === RELOAD ? 'outdated' : 'locked' }
  if (looking) return looking.at === 'past' ? { state: 'past', chat: looking.chat } : { state: looking.at }
  if (!link) return { state: 'introduction' }
  if (opening && chat?.phase.state !== 'requested' && chat?.phase.state !== 'active') return { state: 'waiting', chat: undefined }
  if (!visitor) return { state: 'loading' }
  if (!visitor.conversations.some((one) => one.channel === channel)) return { state: 'introduction' }
  if (!chat) return { state: 'loading' }
  switch (chat.phase.state) {
    case 'requested':
      return { state: 'waiting', chat }
    case 'active':
      return { state: 'conversation', chat }
    case 'closed':
      return anew ? { state: 'introduction' } : { state: 'ended', chat }
  }
}
