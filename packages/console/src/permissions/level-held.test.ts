import type { Colleague } from '@portico/protocol/auth'
import type { ChannelId, OperatorId, TeamId } from '@portico/protocol/ids'
import type { Grant } from '@portico/protocol/levels'
import { expect, test } from 'vitest'
import { levelHeld } from './level-held.ts'

const main = 'main' as ChannelId // ids of the tests, as all below
const night = { id: 'night' as TeamId, name: 'Night', members: ['ann' as OperatorId] }
const person = (id: string, role: Colleague['role'] = 'operator') => ({ id: id as OperatorId, role })
const grants: Grant[] = [
  { channel: main, to: { kind: 'operator', id: 'ann' as OperatorId }, level: 'observer' },
  { channel: main, to: { kind: 'team', id: night.id }, level: 'participant' },
  { channel: main, to: { kind: 'role', id: 'supervisor' }, level: 'owner' },
]
const held = (of: ReturnType<typeof person>, channel = main) => levelHeld(of, channel, { grants, teams: [night] })

test('[CO200][C16] the highest level is shown, and whose grant it is where that is not the person’s own', () => {
  expect(held(person('ann'))).toEqual({ own: 'observer', level: 'participant', source: { kind: 'team', id: night.id } })
  expect(held(person('ann', 'supervisor'))).toMatchObject({ level: 'owner', source: { kind: 'role', id: 'supervisor' } })
  expect(held(person('bob'))).toEqual({ own: undefined, level: undefined, source: undefined })
  expect(held(person('ann'), 'fairs' as ChannelId)).toMatchObject({ level: undefined }) // as above
})
