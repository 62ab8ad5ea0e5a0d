import type { OperatorId } from '@portico/protocol/ids'
import type { SecurityRowView } from '@portico/protocol/security'
import { expect, test } from 'vitest'
import { texts as shared } from '../messages/texts.en.ts'
import { texts } from './texts.en.ts'
import { whatHappened } from './what-happened.ts'

const ann = { id: 'ann' as OperatorId, name: 'Ann' }
const bob = { id: 'bob' as OperatorId, name: 'Bob' }
const row = (more: Partial<SecurityRowView>): SecurityRowView => ({
  id: 'one',
  at: 0,
  kind: 'signed-in',
  detail: null,
  by: ann,
  about: null,
  object: null,
  address: null,
  device: null,
  count: 1,
  ...more,
})
const told = (more: Partial<SecurityRowView>) =>
  whatHappened(row(more), { ...texts, ...shared }, (id) => (id === 'main' ? 'Website' : id)).replaceAll(/[\u2068\u2069]/g, '')

test.each<[string, Partial<SecurityRowView>]>([
  ['Signed in', {}],
  ['Account deactivated: Bob', { kind: 'operator-withdrawn', about: bob }],
  ['Session ended: signed out', { kind: 'session-ended', detail: 'signed-out', about: ann }],
  ['Invitation made: Administrator', { kind: 'invitation-made', object: 'administrator' }],
  [
    'Settings changed: member added, Bob, Website',
    { kind: 'settings-changed', detail: 'member-added', about: bob, object: 'main' },
  ],
  ['Sign-in failed: password, Bob (5 times)', { kind: 'sign-in-failed', detail: 'password', by: null, about: bob, count: 5 }],
])('[CO43] a row says what happened, to whom and to what: %s', (words, more) => {
  expect(told(more)).toBe(words)
})
