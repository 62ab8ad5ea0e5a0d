import { LEVELS, type Level } from '@portico/protocol/level-order'
import { expect, test } from 'vitest'
import { type MoveObstacle, obstacleToChange, obstacleToMove, type Place } from './moving.ts'

const other = (level?: Level): Place => ({ channel: 'other', level })
const fixed: Place = { channel: 'default', level: 'owner' }
const given = [undefined, ...LEVELS]

// OTOBO, AgentChatPreview and AgentChatPopup: channels to choose from are those on which the agent has at least Participant.
test.each<[Level | undefined, MoveObstacle | undefined]>([
  [undefined, 'target-level'],
  ['observer', 'target-level'],
  ['participant', undefined],
  ['owner', undefined],
])('[CH70][C10] a conversation goes to a channel that gives one %j: %j', (level, obstacle) => {
  for (const here of ['participant', 'owner'] as const) {
    expect(obstacleToChange({ level: here, from: other(), to: other(level) })).toBe(obstacle)
  }
})

test('[CH70][C10] an observer takes no conversation elsewhere, whatever both channels give him', () => {
  expect(obstacleToChange({ level: 'observer', from: other('owner'), to: other('owner') })).toBe('level')
})

test('[CH70] inside, the level one joined with counts, not what the channel it leaves gives', () => {
  expect(given.map((level) => obstacleToChange({ level: 'participant', from: other(level), to: other('participant') }))).toEqual(
    given.map(() => undefined),
  )
})

test('[CH71][C17] a request is moved by who is at least Participant on the channel it waits in, and on the other', () => {
  const may = (level: Level | undefined) => level === 'participant' || level === 'owner'
  for (const from of given) {
    for (const to of given) {
      const obstacle = !may(from) ? 'level' : !may(to) ? 'target-level' : undefined
      expect(obstacleToMove({ from: other(from), to: other(to) })).toBe(obstacle)
    }
  }
})

test('[CH24][CH72] nothing leaves the default channel, and nothing is moved there', () => {
  expect(obstacleToChange({ level: 'owner', from: fixed, to: other('owner') })).toBe('default-channel')
  expect(obstacleToChange({ level: 'owner', from: other('owner'), to: fixed })).toBe('default-channel')
  expect(obstacleToMove({ from: fixed, to: other('owner') })).toBe('default-channel')
  expect(obstacleToMove({ from: other('owner'), to: fixed })).toBe('default-channel')
})
