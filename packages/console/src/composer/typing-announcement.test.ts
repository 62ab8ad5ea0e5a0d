import { expect, test } from 'vitest'
import { mayAnnounceTyping } from './typing-announcement.ts'

test('[CO20][A28] typing is announced at once and then at most once in three seconds', () => {
  expect(mayAnnounceTyping(undefined, 1000)).toBe(true)
  expect(mayAnnounceTyping(1000, 3999)).toBe(false)
  expect(mayAnnounceTyping(1000, 4000)).toBe(true)
})
