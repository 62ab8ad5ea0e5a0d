import type { Event } from '@portico/protocol'
import type { ChannelId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { ann, bob, sales, settingsView } from '../testing/people.ts'
import { applyEvent } from './apply-event.ts'

const after = (...events: Event[]) => events.reduce((view, event) => applyEvent('settings', view, event), settingsView)
const listed = (id: string, name: string): Event => ({
  type: 'channel.listed',
  channel: { id: id as ChannelId, name, archivedAt: null },
})
const colleague = (id: typeof ann, joinedAt: number) => ({ id, name: id, role: 'operator' as const, joinedAt })
const available = { availability: 'everybody', availabilityAt: 1, idleSince: null, loggedInUntil: 9, loweredAt: null } as const
const joined = (channel: ChannelId, operator: typeof ann): Event => ({ type: 'member.joined', channel, operator })

test('[CL44] the site is called by its newest name', () => {
  expect(after({ type: 'part.set', part: 'siteName', value: 'Coffee house' })).toEqual({
    ...settingsView,
    siteName: 'Coffee house',
  })
})

test('[CL44] channels are listed by name, then by id, and move when they are renamed', () => {
  const view = after(listed('b', 'Sales'), listed('a', 'Sales'), listed('c', 'Help'), listed('b', 'Aid'))
  expect(view.channels.map(({ id }) => id)).toEqual(['b', 'c', 'a'])
})

test('[CL44] colleagues stand in the order of their joining, presences in that of their ids', () => {
  const view = after(
    { type: 'colleague.changed', colleague: colleague(bob, 2) },
    { type: 'colleague.changed', colleague: colleague(ann, 3) },
    { type: 'colleague.changed', colleague: { ...colleague(bob, 2), name: 'Bob B.' } },
    { type: 'presence.changed', presence: { operator: bob, ...available, connectedAt: 1 } },
    { type: 'presence.changed', presence: { operator: ann, ...available, connectedAt: 1 } },
    { type: 'presence.changed', presence: { operator: bob, ...available, availability: 'unavailable', connectedAt: 1 } },
  )
  expect(view.colleagues.map(({ name }) => name)).toEqual(['Bob B.', 'ann'])
  expect(view.presences).toEqual([
    { operator: ann, ...available, connectedAt: 1 },
    { operator: bob, ...available, availability: 'unavailable', connectedAt: 1 },
  ])
})

test('[CL44] members stand by channel and operator', () => {
  const help = 'help' as ChannelId
  const view = after(joined(sales, bob), joined(sales, ann), joined(help, bob), joined(sales, bob))
  expect(view.members).toEqual([
    { channel: help, operator: bob },
    { channel: sales, operator: ann },
    { channel: sales, operator: bob },
  ])
  expect(applyEvent('settings', view, { type: 'member.left', channel: sales, operator: bob }).members).toHaveLength(2)
})

test('[CL44] a colleague who is gone takes presence and memberships with him', () => {
  const view = after(
    { type: 'colleague.changed', colleague: colleague(bob, 2) },
    { type: 'presence.changed', presence: { operator: bob, ...available, connectedAt: 1 } },
    joined(sales, bob),
    joined(sales, ann),
    { type: 'colleague.gone', operator: bob },
  )
  expect(view).toEqual({ ...settingsView, members: [{ channel: sales, operator: ann }] })
})
