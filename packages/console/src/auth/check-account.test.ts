import { expect, test } from 'vitest'
import { accountFaults } from './check-account.ts'
import { texts } from './texts.en.ts'

test('[CO32] an account needs a name, an address and ten characters', () => {
  expect(Object.keys(accountFaults({ name: ' ', email: 'ann', password: 'short' }, texts.auth))).toEqual([
    'name',
    'email',
    'password',
  ])
  expect(accountFaults({ name: 'Ann', email: 'ann@example.org', password: 'ten signs!' }, texts.auth)).toEqual({})
})

test('[CO32] characters are counted as people count them', () => {
  expect(accountFaults({ name: 'Ann', email: 'ann@example.org', password: '😀'.repeat(9) }, texts.auth).password).toContain('9')
})
