import type { ChatView, Phase } from '@portico/protocol/conversations'
import type { ChannelId, ConversationId, OperatorId, VisitorId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { screenOf, type Facts, type Screen } from './screen.ts'

const channel = 'main' as ChannelId
const conversation = 'c' as ConversationId
const visitor = (...channels: ChannelId[]) => ({
  id: 'vera' as VisitorId,
  conversations: channels.map((each) => ({ conversation, channel: each, state: 'open' as const })),
})
const chat = (phase: Phase): ChatView => ({ id: conversation, channel, phase, lines: [], older: false, seen: null })
const requested = chat({ state: 'requested', at: 1, before: [] })
const active = chat({ state: 'active', at: 1, operators: [{ id: 'ann' as OperatorId, name: 'Ann' }] })
const closed = chat({ state: 'closed', at: 1, by: 'operator', operators: [] })
const stranger: Facts = {
  channel,
  link: undefined,
  visitor: undefined,
  chat: undefined,
  opening: false,
  anew: false,
  looking: undefined,
}
const vera: Facts = { ...stranger, link: { state: 'online', over: 'socket' }, visitor: visitor(channel) }

test.each<[string, Facts, Screen['state']]>([
  ['who has never acted is introduced', stranger, 'introduction'],
  ['who is not caught up yet waits for it', { ...vera, visitor: undefined }, 'loading'],
  ['whose chat is not there yet waits for it', vera, 'loading'],
  ['who has no conversation in this channel is introduced', { ...vera, visitor: visitor('other' as ChannelId) }, 'introduction'],
  [
    'a first message is shown before anything is connected',
    { ...vera, link: { state: 'connecting' }, visitor: undefined, opening: true },
    'waiting',
  ],
  ['a request waits', { ...vera, chat: requested }, 'waiting'],
  ['an accepted request is a conversation', { ...vera, chat: active }, 'conversation'],
  ['a first message that joined an open conversation is in it', { ...vera, chat: active, opening: true }, 'conversation'],
  ['a closed one has ended', { ...vera, chat: closed }, 'ended'],
  ['after an ended one a new one begins as the first did', { ...vera, chat: closed, anew: true }, 'introduction'],
  ['the first message of a new one waits', { ...vera, chat: closed, opening: true }, 'waiting'],
  [
    'a connection that is lost changes nothing of what is shown',
    { ...vera, chat: active, link: { state: 'waiting', since: 1, nextTryAt: 2 } },
    'conversation',
  ],
  ['who looks at what was said before sees the list of it', { ...vera, chat: active, looking: { at: 'list' } }, 'list'],
  ['or one of them', { ...vera, chat: active, looking: { at: 'past', chat: closed } }, 'past'],
  ['what is stored can be read before anything is', { ...stranger, looking: { at: 'storing' } }, 'storing'],
  [
    'where the token is not taken nothing of it is left',
    { ...vera, link: { state: 'ended', code: 4401 }, looking: { at: 'past', chat: closed } },
    'locked',
  ],
  ['a server that speaks another version', { ...vera, chat: active, link: { state: 'ended', code: 4426 } }, 'outdated'],
  ['a token that is not taken', { ...vera, link: { state: 'ended', code: 4401 } }, 'locked'],
])('[WG20][A8] %s', (_name, facts, state) => {
  expect(screenOf(facts).state).toBe(state)
})

test('[WG20] a new conversation does not show the ended one', () => {
  expect(screenOf({ ...vera, chat: closed, opening: true })).toEqual({ state: 'waiting', chat: undefined })
})
