import type { ConversationLine, LineBody, VisitorCard } from '@portico/protocol/conversations'
import { useMyId } from '../auth/me-context.tsx'
import { type ConversationTexts, conversationsTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { duration } from '../messages/duration.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { isolated } from '../parts/isolated.ts'
import { LogSeparator } from './log-separator.tsx'

type Props = { line: ConversationLine; first: boolean; visitor: VisitorCard; openedAt: number }

/** Something that happened, said in the reader's language. The first operator to join is the one who accepted. */
export function NoticeLine({ line, first, visitor, openedAt }: Props) {
  const { conversation } = useTexts(conversationsTexts)
  const format = useFormat()
  const me = useMyId()
  const { author, body, at } = line
  if (body.kind !== 'notice') return null
  const own = author.kind === 'operator' && author.id === me
  const name = isolated(author.kind === 'operator' ? author.name : visitorName(visitor, conversation))
  const accepted = body.notice === 'joined' && first
  const waited = accepted ? `, ${conversation.accepted.waited(duration(at - openedAt))}` : ''
  return (
    <LogSeparator>
      {format.time(at)}
      {' · '}
      {noticeText({
        conversation,
        notice: body.notice,
        whom: isolated(body.whom ?? ''),
        accepted,
        who: author.kind === 'system' ? 'system' : own ? 'you' : 'other',
        name,
      })}
      {waited}
    </LogSeparator>
  )
}

type Said = {
  conversation: ConversationTexts
  notice: Notice
  whom: string
  accepted: boolean
  who: 'you' | 'other' | 'system'
  name: string
}

type Notice = Extract<LineBody, { kind: 'notice' }>['notice']

function noticeText({ conversation, notice, whom, accepted, who, name }: Said): string {
  const said = {
    joined: accepted ? conversation.accepted : conversation.joined,
    left: conversation.left,
    closed: conversation.closedBy,
    reopened: conversation.reopened,
    moved: conversation.moved,
  }
  if (notice === 'bear-with-us') return conversation.bearWithUs
  if (notice === 'expired') return conversation.expired
  if (notice === 'closed' && who === 'system') return conversation.closedBy.system
  if (notice === 'moved' && who === 'system') return conversation.moved.system
  if (!isAmongSaid(notice, said)) {
    const { you, by } = conversation.amongColleagues[notice]
    return who === 'you' ? you(whom) : by(name, whom)
  }
  return who === 'you' ? said[notice].you : said[notice].by(name)
}

const isAmongSaid = <S extends object>(notice: string, said: S): notice is Extract<keyof S, string> => notice in said
