import { MESSAGE_CODE_POINTS_MAX } from '@portico/protocol/limits'
import { conversationCommand } from '@portico/protocol/conversations'
import { newId } from '@portico/protocol/new-id'
import * as s from '@portico/protocol/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openWords } from '../messages/words.ts'
import { introductionFaults, messageFault } from './faults.ts'
import { cut, sendable } from './sendable.ts'
import { sendsMessage } from './sends-message.ts'

const words = await openWords('en')
const asCommand = (text: string) =>
  s.safeParse(conversationCommand, { type: 'message.send', conversation: newId(), line: newId(), text }).success

test('[WG17][H7] what the widget lets through the server takes, and what it stops the server would refuse', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (written) => {
      const checked = sendable(written)
      expect(checked.fault === undefined && asCommand(checked.text)).toBe(checked.fault === undefined)
    }),
  )
  expect(asCommand(' \n ')).toBe(false)
  expect(sendable(' \n ')).toEqual({ fault: 'empty' })
})
test('[WG17][H7] the length is counted in characters as people count them, an emoji of two code units as one', () => {
  expect(sendable('🫖'.repeat(MESSAGE_CODE_POINTS_MAX)).fault).toBeUndefined()
  expect(sendable('🫖'.repeat(MESSAGE_CODE_POINTS_MAX + 1))).toMatchObject({
    fault: 'too-long',
    count: MESSAGE_CODE_POINTS_MAX + 1,
  })
})
test('[WG17] a text that is too long is refused with both figures, before it is sent', () => {
  expect(messageFault('x'.repeat(8214), words)).toBe('This has 8,214 characters, 8,000 can be sent at once. Please shorten it.')
  expect(messageFault('x'.repeat(8000), words)).toBeUndefined()
})
test('[WG17] NUL and half a surrogate are left out, and nothing else', () => {
  expect(sendable('a\0b\uD83D c')).toEqual({ fault: undefined, text: 'ab\uFFFD c' })
  expect(cut('a\0🫖🫖🫖', 3)).toBe('a🫖🫖')
})

test.each([
  ['nothing', { name: '', email: '', message: 'Hello' }, undefined],
  ['nothing', { name: '', email: '', message: '  ' }, 'message'],
  ['name', { name: ' ', email: '', message: 'Hello' }, 'name'],
  ['name', { name: 'Vera', email: '', message: 'Hello' }, undefined],
  ['name', { name: 'V'.repeat(81), email: '', message: 'Hello' }, 'name'],
  ['name-and-email', { name: 'Vera', email: 'vera@shop', message: 'Hello' }, 'email'],
  ['name-and-email', { name: 'Vera', email: 'vera@shop.example', message: 'Hello' }, undefined],
] as const)('[WG18][A8] a channel that asks for %s: %o', (asks, draft, first) => {
  expect(introductionFaults({ asks, draft, words }).first).toBe(first)
})

test.each([
  [{ key: 'Enter', shiftKey: false, isComposing: false, keyCode: 13 }, true],
  [{ key: 'Enter', shiftKey: true, isComposing: false, keyCode: 13 }, false],
  [{ key: 'Enter', shiftKey: false, isComposing: true, keyCode: 13 }, false],
  [{ key: 'Enter', shiftKey: false, isComposing: false, keyCode: 229 }, false],
  [{ key: 'a', shiftKey: false, isComposing: false, keyCode: 65 }, false],
])('[WG19][A23] %o sends: %s', (press, sends) => {
  expect(sendsMessage(press)).toBe(sends)
})
