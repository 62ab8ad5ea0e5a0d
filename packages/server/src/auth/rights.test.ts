import { RIGHTS, RIGHTS_AT_FIRST, ROLES_WITH_RIGHTS } from '@portico/protocol/rights'
import { expect, test } from 'vitest'
import { allRights, rightsOf, withDeviation, type Deviation } from './rights.ts'

const taken: Deviation = { role: 'administrator', right: 'channels', isHeld: false }
const given: Deviation = { role: 'supervisor', right: 'levels', isHeld: true }

test('[AU200][H2] at first administrators have every right, supervisors and operators that of changing what is known of visitors', () => {
  expect([...rightsOf('administrator', [])]).toEqual([...RIGHTS])
  expect([...rightsOf('supervisor', [])]).toEqual(['visitors'])
  expect([...rightsOf('operator', [])]).toEqual(['visitors'])
  expect(allRights([])).toEqual(ROLES_WITH_RIGHTS.flatMap((role) => RIGHTS_AT_FIRST[role].map((right) => ({ role, right }))))
})

test('[AU201] what owners say of a role counts for it alone', () => {
  expect(rightsOf('administrator', [taken, given]).has('channels')).toBe(false)
  expect(rightsOf('administrator', [taken, given]).has('levels')).toBe(true)
  expect([...rightsOf('supervisor', [taken, given])]).toEqual(['visitors', 'levels'])
  expect([...rightsOf('operator', [taken, given])]).toEqual(['visitors'])
})

test('[AU201] the last word counts, and of an owner nothing is taken', () => {
  const again = withDeviation([taken, given], { ...taken, isHeld: true })
  expect(again).toHaveLength(2)
  expect([...rightsOf('administrator', again)]).toEqual([...RIGHTS])
  const against = RIGHTS.map((right) => ({ ...taken, right }))
  expect([...rightsOf('owner', against)]).toEqual([...RIGHTS])
  expect([...rightsOf('administrator', against)]).toEqual([])
})
