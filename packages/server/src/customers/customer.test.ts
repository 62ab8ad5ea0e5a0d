import type { ChannelId, IdentityKeyId, VisitorId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { CLOCKS_APART_MS, customerIdOf, identify, signedAfterLogOut, type Customer, type Link } from './customer.ts'

const keySet = 'main' as ChannelId // within an id's alphabet
const visitor = 'vera' as VisitorId // as above
const key = 'k1' as IdentityKeyId // as above
const AT = 1_000_000
const claims = { sub: 'u-7', name: 'Vera', email: 'vera@example.org', attributes: { plan: 'gold' } }
const id = customerIdOf(keySet, 'u-7')
const carla: Customer = {
  id,
  keySet,
  sub: 'u-7',
  name: 'Vera',
  email: 'vera@example.org',
  phone: null,
  attributes: { plan: 'gold' },
  saidAt: AT,
  madeAt: AT,
  seenAt: AT,
  signedAfter: 0,
}
const linked: Link = { customer: id, unlinkedAt: null }
type Given = Partial<Parameters<typeof identify>[0]>
const given = (more: Given = {}) =>
  identify({ visitor, keySet, key, claims, signedAt: AT, known: undefined, link: undefined, at: AT, ...more })

test('[CU4] who is nobody’s yet is linked with the customer, who is made with the first of his visitors', () => {
  expect(given()).toEqual([{ type: 'visitor.identified', visitor, customer: carla, key, isNew: true, isShownAnew: true, at: AT }])
  expect(given({ known: carla })).toMatchObject([{ isNew: true, isShownAnew: false }])
})

test.each<[says: string, more: Given]>([
  ['another customer’s', { link: { customer: customerIdOf(keySet, 'u-8'), unlinkedAt: null } }],
  ['the same customer’s of other keys', { link: { customer: customerIdOf('other' as ChannelId, 'u-7'), unlinkedAt: null } }], // as above
  ['unlinked from this one', { link: { customer: id, unlinkedAt: AT } }],
])('[CU5] a visitor who is %s is not linked', (_says, more) => {
  expect(given(more)).toMatchObject({ refused: 'identified' })
})

test('[CU6] what was signed before a log-out everywhere identifies nobody, however far the clocks lie apart', () => {
  const known = { ...carla, signedAfter: signedAfterLogOut(AT) }
  expect(given({ known, signedAt: AT })).toMatchObject({ refused: 'forbidden' })
  expect(given({ known, signedAt: AT + CLOCKS_APART_MS - 1, link: linked })).toMatchObject({ refused: 'forbidden' })
  expect(given({ known, signedAt: AT + CLOCKS_APART_MS })).toMatchObject([{ isNew: true }])
})

test('[CU7] the newest token says what is known; an older one, and the same again, changes nothing', () => {
  const later = { name: 'Vera B.', sub: 'u-7' }
  expect(given({ known: carla, link: linked, claims: later, signedAt: AT + 1000 })).toMatchObject([
    { isNew: false, isShownAnew: true, customer: { name: 'Vera B.', email: null, attributes: {}, saidAt: AT + 1000 } },
  ])
  expect(given({ known: carla, link: linked, claims: later, signedAt: AT - 1000 })).toEqual([])
  expect(given({ known: carla, link: linked, signedAt: AT + 1000, at: AT + 1000 })).toEqual([])
  expect(given({ known: carla, link: linked, at: AT + 5 * 60_000 })).toMatchObject([{ isNew: false, isShownAnew: false }])
})
