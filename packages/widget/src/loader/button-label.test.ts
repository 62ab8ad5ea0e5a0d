import { expect, test } from 'vitest'
import { loaderTexts } from '../messages/loader-texts.ts'
import { buttonLabel } from './button-label.ts'
import { countLabel } from './parts/count/count-label.ts'
import { countTexts } from './parts/count/texts.ts'

test.each([
  [0, false, 'Open the chat'],
  [0, true, 'Open the chat, Staff online'],
  [2, true, 'Open the chat, Staff online, unread messages: 2'],
])('[WG43][A9][A19] %i unread, staff online %s: the button says "%s"', (unread, staffed, label) => {
  expect(countLabel({ label: buttonLabel(staffed, loaderTexts.en), unread, texts: countTexts.en })).toBe(label)
})
