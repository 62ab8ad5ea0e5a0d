import type { Staff } from '@portico/protocol/conversations'
import { isAtLeast, type Level } from '@portico/protocol/level-order'
import { objectionTo, partsOffered, type Objection } from '../channels/invitation.ts'
import { refuse, type Decision } from '../platform/capability.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { sitterOf } from '../conversations/seating.ts'
import type { ColleagueEvent } from './events.ts'
import { shownOf, type Asked } from './reads.ts'

/** As many are asked to come at once; more would be a meeting. */
export const INVITED_MAX = 20

type Inviting = {
  by: Staff
  operator: Staff
  level: Level
  text: string | null
  channelLevel: Level | undefined
  reachable: boolean
  asked: readonly Asked[]
  at: number
}

/** Nobody lets others in further than he is in himself. */
export function invite(conversation: Conversation, { asked, at, ...inviting }: Inviting): Decision<ColleagueEvent> {
  const { by, operator, level, text, channelLevel, reachable } = inviting
  const { phase, id, channel, visitor } = conversation
  if (phase.state !== 'active') return refuse(phase.state === 'closed' ? 'closed' : 'not-accepted')
  const sitter = sitterOf(conversation, by.id)
  if (!sitter || !isAtLeast(sitter.level, level)) return refuse('forbidden')
  const earlier = asked.find((each) => each.operator.id === operator.id)
  const participating = sitterOf(conversation, operator.id) !== undefined
  const objection = objectionTo({
    channelLevel,
    reachable,
    participating,
    ...(earlier && { invitedAt: earlier.invitation.at }),
  })
  if (objection === 'invited') return []
  if (objection) return refuse(REFUSED[objection])
  if (!isAtLeast(channelLevel, level)) return refuse('forbidden')
  if (asked.length >= INVITED_MAX) return refuse('full')
  const invitation = { conversation: id, channel, visitor: { id: visitor.id, name: visitor.name }, by, level, text, at }
  return [{ type: 'colleague.invited', invitation, operator, invited: shownOf([...asked, { invitation, operator }]), at }]
}

type Answering = { operator: Staff; level: Level; channelLevel: Level | undefined; asked: readonly Asked[]; at: number }

/** He chooses his part: not above what he was asked for, nor above what the channel gives him by now. */
export function join(
  conversation: Conversation,
  { operator, level, channelLevel, asked, at }: Answering,
): Decision<ColleagueEvent> {
  const own = asked.find((each) => each.operator.id === operator.id)
  if (!own) return sitterOf(conversation, operator.id) ? [] : refuse('not-found')
  if (conversation.phase.state === 'closed') return refuse('closed')
  const part = level === 'observer' ? level : 'participant'
  const isOffered = partsOffered(channelLevel).includes(part) && isAtLeast(channelLevel, level)
  if (!isOffered || !isAtLeast(own.invitation.level, level)) return refuse('forbidden')
  return [{ type: 'colleague.joined', level, ...own, invited: without(asked, own), at }]
}

/** What nobody is asked any more was answered, taken back, or is over. */
export function end(
  { asked, own, at }: { asked: readonly Asked[]; own: Asked; at: number },
  how: Extract<ColleagueEvent, { type: 'colleague.uninvited' }>['how'],
): ColleagueEvent {
  return { type: 'colleague.uninvited', how, ...own, invited: without(asked, own), at }
}

/** It has ended, or they have come some other way. */
export function settle(conversation: Conversation, { asked, at }: { asked: readonly Asked[]; at: number }): ColleagueEvent[] {
  const isOver = conversation.phase.state === 'closed'
  const over = asked.filter(({ operator }) => isOver || sitterOf(conversation, operator.id))
  return over.map((own, nth) => end({ asked: asked.filter((each) => !over.slice(0, nth).includes(each)), own, at }, 'over'))
}

const REFUSED: Record<Exclude<Objection, 'invited'>, 'away' | 'exists' | 'not-found'> = {
  unreachable: 'away',
  participating: 'exists',
  'channel-level': 'not-found',
}

const without = (asked: readonly Asked[], own: Asked) => shownOf(asked.filter((each) => each !== own))
