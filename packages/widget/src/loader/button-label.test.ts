import { expect, test } from 'vitest'
import { loaderTexts } from '../messages/loader-texts.ts'
import { buttonLabel } from './button-label.ts'

test.each([
  [0, false, 'Open the chat'],
  [0, true, 'Open the chat, Staff online'],
  [2, true, 'Open the chat, unread messages: 2, Staff online'],
])('[WG43][A9][A19] %i unread, staff online %s: the button says "%s"', (unread, staffed, label) => {
  expect(buttonLabel({ unread, staffed, texts: loaderTexts.en })).toBe(label)
})
