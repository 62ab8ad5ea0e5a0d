import type { Event } from '@portico/protocol'
import type { ChannelId, ConversationId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { lobbyView, operatorView, sales, tea, visitorView } from '../testing/people.ts'
import { applyEvent } from './apply-event.ts'

const markOf = (id: string, ordinal: number) => ({ conversation: id as ConversationId, ordinal, visitorLines: 1 }) // an id of the tests
const marked = (id: string, ordinal: number): Event => ({ type: 'mark.moved', mark: markOf(id, ordinal) })

test('[CL42] an operator has one mark per conversation, in the order of their ids', () => {
  const view = [marked('tea', 1), marked('cocoa', 2), marked('tea', 4)].reduce(
    (view, event) => applyEvent('operator:ann', view, event),
    operatorView,
  )
  expect(view.marks).toEqual([markOf('cocoa', 2), markOf('tea', 4)])
  expect(applyEvent('operator:ann', view, { type: 'mark.dropped', conversation: tea }).marks).toEqual([markOf('cocoa', 2)])
})

test('[CL42] the account is replaced as a whole, or its channels alone', () => {
  const me = { ...operatorView.me, name: 'Ann A.' }
  expect(applyEvent('operator:ann', operatorView, { type: 'me.changed', me })).toEqual({ ...operatorView, me })
  const channels = ['help' as ChannelId]
  expect(applyEvent('operator:ann', operatorView, { type: 'memberships.changed', channels })).toEqual({
    ...operatorView,
    me: { ...operatorView.me, channels },
  })
})

test('[CL43] a visitor has the newest conversation of each channel, in the order of the channels’ ids', () => {
  const changed = (conversation: string, channel: string, state: 'open' | 'closed'): Event => ({
    type: 'visitor.conversation.changed',
    conversation: conversation as ConversationId,
    channel: channel as ChannelId,
    state,
  })
  const view = [
    changed('tea', sales, 'open'),
    changed('water', 'help', 'open'),
    changed('tea', sales, 'closed'),
    changed('cocoa', sales, 'open'),
  ].reduce((view, event) => applyEvent('visitor:vera', view, event), visitorView)
  expect(view.conversations).toEqual([
    { conversation: 'water', channel: 'help', state: 'open' },
    { conversation: 'cocoa', channel: 'sales', state: 'open' },
  ])
})

test('[CL45] the lobby is told part by part', () => {
  const staffed: Event = { type: 'part.set', part: 'staffed', value: false }
  expect(applyEvent('lobby:sales', lobbyView, staffed)).toEqual({ ...lobbyView, staffed: false })
})
