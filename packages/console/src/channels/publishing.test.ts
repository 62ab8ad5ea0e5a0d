import type { OperatorId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { channel } from '../conversations/testing-rows.ts'
import { stateOf } from '../forms/draft.ts'
import { allOf, newestBy, publishing, versionsOf } from './publishing.ts'

const ada = { id: 'ada' as OperatorId, name: 'Ada' } // made up here
const live = channel()
const published = (part: string, version: number) => ({ part, version, at: 1, by: ada })

test('[CO48] each part that was changed is published from the version one began from', () => {
  const first = { ...live, published: [published('channels', 3)] }
  const changed = { welcome: 'Hello', name: 'Shop floor' }
  const kept = { of: versionsOf(first, changed), changed }
  expect(publishing(first, kept, { ...allOf(live.options), ...changed })).toEqual([
    {
      type: 'channel.configure',
      channel: live.id,
      part: 'channels',
      options: { ...live.options.channels, name: 'Shop floor' },
      of: 3,
    },
    {
      type: 'channel.configure',
      channel: live.id,
      part: 'conversations',
      options: { ...live.options.conversations, welcome: 'Hello' },
      of: 0,
    },
  ])
})

test('[CO48] what others publish meanwhile is said of the same part alone, and nothing that was changed is lost', () => {
  const changed = { welcome: 'Hello' }
  const kept = { of: versionsOf(live, changed), changed }
  const stateIn = (now: typeof live, of = kept) => stateOf(allOf(now.options), versionsOf(now, changed), of)
  expect(stateIn({ ...live, published: [published('channels', 1)] })).toBe('open')
  const conversations = { ...live.options.conversations, welcome: 'Bom dia', asks: 'name' as const }
  const after = { ...live, options: { ...live.options, conversations }, published: [published('conversations', 1)] }
  expect(stateIn(after)).toBe('changed')
  expect(newestBy(after, ['conversations'], undefined)).toBe('Ada')
  expect(newestBy(after, ['conversations'], ada.id)).toBeUndefined()
  const over = { of: versionsOf(after, changed), changed }
  expect(stateIn(after, over)).toBe('open')
  expect(publishing(after, over, { ...allOf(after.options), ...changed })).toMatchObject([
    { options: { welcome: 'Hello', asks: 'name' }, of: 1 },
  ])
})
