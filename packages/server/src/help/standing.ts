import type { Status, Wanted } from '@portico/protocol/help'
import type { ConversationId, LabelId, OperatorId } from '@portico/protocol/ids'
import type { Staff } from '@portico/protocol/conversations'
import type { Conversation } from '../conversations/conversation.ts'
import { refuse, type Decision } from '../platform/capability.ts'
import type { HelpEvent } from './events.ts'

/** How it stands, beside what its phase says; `answered`: somebody has come to help, since then it is in progress. */
export type Standing = Status | { state: 'answered'; at: number; by: Staff }

/** Those who have come to help, each with all in which he helps when this one is over. */
export type Helper = { operator: OperatorId; helping: readonly ConversationId[] }

/** A conversation has so many at most: more nobody reads. */
export const LABELS_EACH_MAX = 20

type Setting = { to: Status['state']; before: Standing; labels: readonly LabelId[]; excerpt: string; by: Staff; at: number }

/** Only what runs waits for its visitor or for help. */
export function setStatus(conversation: Conversation, { to, before, labels, excerpt, by, at }: Setting): Decision<HelpEvent> {
  const { phase, lastOrdinal, visitorLines } = conversation
  if (phase.state !== 'active') return refuse(phase.state === 'closed' ? 'closed' : 'not-accepted')
  const was = statusOf(before)
  const isOver = was.state === 'waiting' && visitorLines > was.visitorLines
  if (was.state === to && !isOver) return []
  const wasWanted = was.state === 'help'
  switch (to) {
    case 'in-progress':
      return [{ type: 'status.set', conversation, status: { state: to }, by, excerpt, wanted: null, wasWanted }]
    case 'waiting': {
      const status = { state: to, at, ordinal: lastOrdinal, visitorLines }
      return [{ type: 'status.set', conversation, status, by, excerpt, wanted: null, wasWanted }]
    }
    case 'help': {
      const wanted = wantedOf(conversation, { excerpt, at, by, labels })
      return [{ type: 'status.set', conversation, status: { state: to, at, by }, by, excerpt, wanted, wasWanted }]
    }
  }
}

type Coming = { before: Standing; operator: Staff; helping: readonly ConversationId[]; at: number }

/** The first who comes has it. Who is in it already has nothing to join. */
export function join(conversation: Conversation, { before, operator, helping, at }: Coming): Decision<HelpEvent> {
  const { phase } = conversation
  if (phase.state !== 'active') return refuse('closed')
  if (phase.operators.some(({ id }) => id === operator.id)) return []
  switch (before.state) {
    case 'help':
      return [{ type: 'help.answered', conversation, operator, helping: [...helping, conversation.id].sort(), at }]
    case 'answered':
      return before.by.id === operator.id ? [] : refuse('taken', { by: before.by })
    case 'in-progress':
    case 'waiting':
      return refuse('closed')
  }
}

type Settling = { before: Standing; helpers: readonly Helper[]; joined: Staff | null; at: number }

/** What has happened to the conversation since: whoever joins it helps, and what does not run any more needs none. */
export function settle(conversation: Conversation, { before, helpers, joined, at }: Settling): Decision<HelpEvent> {
  if (conversation.phase.state !== 'active') {
    if (before.state === 'in-progress' && helpers.length === 0) return []
    return [{ type: 'help.ended', conversation, status: statusOf(before), helpers }]
  }
  if (before.state !== 'help' || joined === null || joined.id === before.by.id) return []
  return [{ type: 'help.answered', conversation, operator: joined, helping: null, at }]
}

type Labelling = { label: LabelId; labels: readonly LabelId[]; before: Standing; excerpt: string; at: number }

export function addLabel(conversation: Conversation, { label, labels, ...rest }: Labelling): Decision<HelpEvent> {
  if (labels.includes(label)) return []
  if (labels.length >= LABELS_EACH_MAX) return refuse('full')
  return [labelled(conversation, { ...rest, labels: [...labels, label].sort(), added: label, removed: null })]
}

export function removeLabel(conversation: Conversation, { label, labels, ...rest }: Labelling): Decision<HelpEvent> {
  if (!labels.includes(label)) return []
  return [labelled(conversation, { ...rest, labels: labels.filter((each) => each !== label), added: null, removed: label })]
}

/** As it is said to whoever sees it. */
export const statusOf = (standing: Standing): Status => (standing.state === 'answered' ? { state: 'in-progress' } : standing)

type Labelled = Omit<Extract<HelpEvent, { type: 'conversation.labelled' }>, 'type' | 'conversation' | 'wanted'>

function labelled(
  conversation: Conversation,
  { before, excerpt, ...labelling }: Labelled & { before: Standing; excerpt: string },
): HelpEvent {
  const { state } = before
  const wanted = state === 'help' ? wantedOf(conversation, { ...before, excerpt, labels: labelling.labels }) : null
  return { type: 'conversation.labelled', conversation, ...labelling, wanted }
}

type Asked = { excerpt: string; at: number; by: Staff; labels: readonly LabelId[] }

const wantedOf = ({ id, channel, visitor }: Conversation, { excerpt, at, by, labels }: Asked): Wanted => ({
  conversation: id,
  channel,
  visitor: { id: visitor.id, name: visitor.name, locale: visitor.locale },
  excerpt,
  at,
  by,
  labels: [...labels],
})
