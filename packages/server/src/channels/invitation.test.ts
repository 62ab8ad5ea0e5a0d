import type { Level } from '@portico/protocol/level-order'
import { expect, test } from 'vitest'
import { type Invitee, objectionTo, type Objection, partsOffered } from './invitation.ts'
import { levelOn } from './permission.ts'

const bob: Invitee = { channelLevel: 'observer', reachable: true, participating: false }

test.each<[string, Partial<Invitee>, Objection | undefined]>([
  ['with the least of levels', {}, undefined],
  ['as Participant', { channelLevel: 'participant' }, undefined],
  ['as Owner', { channelLevel: 'owner' }, undefined],
  ['without a level', { channelLevel: undefined }, 'channel-level'],
  ['who cannot be reached', { reachable: false }, 'unreachable'],
  ['who is in it', { participating: true }, 'participating'],
  ['who is invited', { invitedAt: 0 }, 'invited'],
  ['in the default channel', { channelLevel: levelOn({ channel: 'default' }, []) }, undefined],
])('[CH25][C11] inviting Bob %s', (_name, more, objection) => {
  expect(objectionTo({ ...bob, ...more })).toBe(objection)
})

test.each<[Level | undefined, Level[]]>([
  [undefined, []],
  ['observer', ['observer']],
  ['participant', ['observer', 'participant']],
  ['owner', ['observer', 'participant']],
])('[CH26][C12] who has the level %j on the channel chooses from %j', (level, parts) => {
  expect(partsOffered(level)).toEqual(parts)
})
