import { LEVELS, type Level } from '@portico/protocol/level-order'
import { expect, test } from 'vitest'
import { ANNOUNCED, obstacleTo, type Obstacle, type Participation } from './participation.ts'
import { type InsideDeed, PERMITTED } from './permission.ts'

type Deed = Exclude<InsideDeed, 'change-channel'>

/** Ann came by invitation to a conversation in which Bob contributes too. */
const ann: Participation = {
  level: 'participant',
  channelLevel: 'owner',
  cameBy: 'invitation',
  contributing: 2,
}
const deeds = Object.keys(PERMITTED.inside).filter((deed) => deed !== 'change-channel') as Deed[] // Object.keys forgets the names

test.each<[Level, Deed[]]>([
  ['observer', ['read', 'download', 'invite', 'leave', 'switch-to-participant']],
  ['participant', deeds.filter((deed) => deed !== 'switch-to-participant')],
  ['owner', deeds.filter((deed) => deed !== 'switch-to-participant')],
])('[CH21][C16] in the best of company the level %s inside permits what it permits, whatever the channel gives', (level, may) => {
  for (const channelLevel of ['participant', 'owner'] as const) {
    expect(deeds.filter((deed) => obstacleTo(deed, { ...ann, level, channelLevel }) === undefined)).toEqual(may)
  }
})

test('[CH21][C13] an Owner of the channel who joined as an observer cannot write, and the customer does not see him', () => {
  expect(obstacleTo('write', { ...ann, level: 'owner' })).toBeUndefined()
  expect(obstacleTo('write', { ...ann, level: 'observer' })).toBe('level')
  expect(obstacleTo('be-seen-by-customer', { ...ann, level: 'observer' })).toBe('level')
})

test('[CH21][C16] who took part keeps his level when the channel no longer gives it', () => {
  expect(obstacleTo('write', { ...ann, channelLevel: undefined })).toBeUndefined()
})

test.each<[string, Deed, Partial<Participation>, Obstacle | undefined]>([
  ['[CH22] leaving while Bob contributes', 'leave', {}, undefined],
  ['[CH22] leaving alone', 'leave', { contributing: 1 }, 'customer-left-alone'],
  ['[CH22] an owner leaving alone', 'leave', { level: 'owner', contributing: 1 }, 'customer-left-alone'],
  ['[CH22] an observer leaving one who contributes', 'leave', { level: 'observer', contributing: 1 }, undefined],
  ['[CH22] an observer leaving nobody', 'leave', { level: 'observer', contributing: 0 }, undefined],
  ['[CH22] leaving after having accepted', 'leave', { cameBy: 'accepting' }, undefined],
  ['[CH22][C14] beginning to observe alone', 'switch-to-observer', { contributing: 1 }, 'customer-left-alone'],
  ['[CH23][C14] beginning to observe', 'switch-to-observer', {}, undefined],
  ['[CH23][C14] beginning to observe as an owner', 'switch-to-observer', { level: 'owner' }, undefined],
  ['[CH23][C14] beginning to observe what one accepted', 'switch-to-observer', { cameBy: 'accepting' }, 'not-invited'],
  ['[CH23][C14] beginning to observe what one started', 'switch-to-observer', { cameBy: 'starting' }, 'not-invited'],
  ['[CH23][C14] beginning to observe twice', 'switch-to-observer', { level: 'observer' }, 'level'],
  ['[CH23][C14] taking part', 'switch-to-participant', { level: 'observer' }, undefined],
  ['[CH23][C14] taking part as the first', 'switch-to-participant', { level: 'observer', contributing: 0 }, undefined],
  [
    '[CH23][C14] taking part as Participant of the channel',
    'switch-to-participant',
    { level: 'observer', channelLevel: 'participant' },
    undefined,
  ],
  [
    '[CH23][C14] taking part as Observer of the channel',
    'switch-to-participant',
    { level: 'observer', channelLevel: 'observer' },
    'channel-level',
  ],
  [
    '[CH23][C14] taking part without a level on the channel',
    'switch-to-participant',
    { level: 'observer', channelLevel: undefined },
    'channel-level',
  ],
  ['[CH23][C14] taking part uninvited', 'switch-to-participant', { level: 'observer', cameBy: 'accepting' }, 'not-invited'],
  ['[CH23][C14] taking part twice', 'switch-to-participant', {}, 'level'],
])('%s', (_name, deed, more, obstacle) => {
  expect(obstacleTo(deed, { ...ann, ...more })).toBe(obstacle)
})

test('[CH27][C13] the customer hears of those who take part, and of nobody and nothing else', () => {
  const heard = Object.entries(ANNOUNCED).map(([change, said]) => [change, 'customer' in said ? said.customer : undefined])
  expect(Object.fromEntries(heard)).toEqual({
    'joined-as-observer': undefined,
    'joined-as-participant': 'joined',
    'switched-to-observer': 'left',
    'switched-to-participant': 'joined',
    'left-as-observer': undefined,
    'left-as-participant': 'left',
    invited: undefined,
    declined: undefined,
  })
})

test('[CH27][C12][C14] operators see who observes, who was invited and who declined', () => {
  expect(ANNOUNCED['joined-as-observer'].operators).toBe('joined-as-observer')
  expect(ANNOUNCED['switched-to-observer'].operators).toBe('switched-to-observer')
  expect(ANNOUNCED['switched-to-participant'].operators).toBe('switched-to-participant')
  expect([ANNOUNCED.invited.operators, ANNOUNCED.declined.operators]).toEqual(['invited', 'declined'])
})

test('[CH20] every level is in every row', () => {
  for (const permits of Object.values({ ...PERMITTED.outside, ...PERMITTED.inside })) {
    expect(Object.keys(permits)).toEqual([...LEVELS])
  }
})
