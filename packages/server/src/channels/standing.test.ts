import type { ChannelId, OperatorId, TeamId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'
import type { Grant, Holder } from '@portico/protocol/levels'
import { expect, test } from 'vitest'
import { levelOf, shiftsBetween, withGrant, type Standing } from './standing.ts'

const [MAIN, FAIRS] = ['main' as ChannelId, 'fairs' as ChannelId] // ids of the tests, as all below
const [SALES, NIGHT] = ['sales' as TeamId, 'night' as TeamId]
const ann: Standing = { operator: 'ann' as OperatorId, role: 'operator', teams: [SALES] }
const bob: Standing = { operator: 'bob' as OperatorId, role: 'supervisor', teams: [] }

const to = (kind: Holder['kind'], id: string) => ({ kind, id }) as Holder
const grant = (holder: Holder, level: Level, channel = MAIN): Grant => ({ channel, to: holder, level })
const own = grant(to('operator', 'ann'), 'observer')
const ofSales = grant(to('team', SALES), 'participant')
const ofSupervisors = grant(to('role', 'supervisor'), 'owner')

test.each<[string, Standing, Grant[], Level | undefined]>([
  ['nothing', ann, [], undefined],
  ['what is her own', ann, [own], 'observer'],
  ['the higher of her own and her team’s', ann, [own, ofSales], 'participant'],
  ['nothing of another team’s', ann, [grant(to('team', NIGHT), 'owner')], undefined],
  ['nothing of another role’s', ann, [ofSupervisors], undefined],
  ['what his role has', bob, [own, ofSales, ofSupervisors], 'owner'],
  ['nothing of another channel’s', ann, [grant(to('operator', 'ann'), 'owner', FAIRS)], undefined],
  ['nothing of a team that is called as a person', ann, [grant(to('team', 'ann'), 'owner')], undefined],
])('[CH18][CH200][B2] of grants one has %s', (_, person, grants, level) => {
  expect(levelOf(person, MAIN, grants)).toBe(level)
})

test('[CH200] a grant takes the place of the one to the same holder, and none else’s', () => {
  const raised = withGrant([own, ofSales], { ...own, level: 'owner' })
  expect(raised).toEqual([ofSales, { ...own, level: 'owner' }])
  expect(withGrant(raised, { ...own, level: null })).toEqual([ofSales])
})

test('[CH204] who leaves a team falls to what else he has; whose level stays the same is not told', () => {
  const grants = [own, ofSales, grant(to('team', SALES), 'owner', FAIRS), ofSupervisors]
  const after = { ...ann, teams: [] }
  expect(shiftsBetween({ grants, people: [ann, bob] }, { grants, people: [after, bob] })).toEqual([
    { operator: ann.operator, channel: FAIRS, from: 'owner', to: null },
    { operator: ann.operator, channel: MAIN, from: 'participant', to: 'observer' },
  ])
})

test('[CH204] a team that is removed takes its grants along', () => {
  const [before, after] = [[own, ofSales], [own]]
  expect(shiftsBetween({ grants: before, people: [ann] }, { grants: after, people: [ann] })).toEqual([
    { operator: ann.operator, channel: MAIN, from: 'participant', to: 'observer' },
  ])
})
