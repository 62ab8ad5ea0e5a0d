import type { OperatorId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { HOUR_MS, MAILS_PER_OPERATOR_AND_HOUR, toBeTold } from './told.ts'

const AT = 10 * HOUR_MS
const absent = (count: number, sentAt: number) => ({
  id: 'ann' as OperatorId, // an id of the tests
  sentAt: Array.from({ length: count }, () => sentAt),
})

test.each([
  ['none went out', 0, AT, 1],
  ['one less than there may be', MAILS_PER_OPERATOR_AND_HOUR - 1, AT - 1, 1],
  ['as many as there may be', MAILS_PER_OPERATOR_AND_HOUR, AT - 1, 0],
  ['as many, an hour ago', MAILS_PER_OPERATOR_AND_HOUR, AT - HOUR_MS, 1],
])('[AM4] where %s within the hour', (_, count, sentAt, told) => {
  expect(toBeTold([absent(count, sentAt)], AT)).toHaveLength(told)
})
