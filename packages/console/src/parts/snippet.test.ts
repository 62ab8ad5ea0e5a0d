import type { ChannelId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { snippet } from './snippet.ts'

test('[CO29][A1] the snippet is one line that names server and channel', () => {
  expect(snippet('https://chat.example', 'main' as ChannelId)).toBe(
    // an id of the tests
    '<script async src="https://chat.example/portico.js" data-channel="main"></script>',
  )
})
