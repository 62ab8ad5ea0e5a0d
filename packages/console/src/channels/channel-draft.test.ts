import type { OperatorId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { channel } from '../conversations/testing-rows.ts'
import { allOf, changed, goneOn, overtaken, publishing, UNTOUCHED, without } from './channel-draft.ts'

const ada = { id: 'ada' as OperatorId, name: 'Ada' } // made up here
const live = channel()
const published = (part: string, version: number) => ({ part, version, at: 1, by: ada })

test('[CO40] each part that was changed is published from the version one began from', () => {
  const first = { ...live, published: [published('channels', 3)] }
  const draft = changed(changed(UNTOUCHED, first, { welcome: 'Hello' }), first, { name: 'Shop floor' })
  const whole = { ...allOf(live.options), ...draft.changes }
  expect(publishing(draft, first, whole)).toEqual([
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
  expect(without(draft, first, 'channels')).toEqual(changed(UNTOUCHED, first, { welcome: 'Hello' }))
})

test('[CO40] what others publish meanwhile is said of the same part alone, and nothing that was changed is lost', () => {
  const draft = changed(UNTOUCHED, live, { welcome: 'Hello' })
  expect(overtaken(draft, { ...live, published: [published('channels', 1)] })).toEqual([])
  const conversations = { ...live.options.conversations, welcome: 'Bom dia', asks: 'name' as const }
  const after = { ...live, options: { ...live.options, conversations }, published: [published('conversations', 1)] }
  expect(overtaken(draft, after)).toEqual([published('conversations', 1)])
  // A further change does not hide it.
  expect(overtaken(changed(draft, after, { previewsTyping: true }), after)).toHaveLength(1)
  const over = goneOn(draft, after)
  expect(overtaken(over, after)).toEqual([])
  expect(publishing(over, after, { ...allOf(after.options), ...over.changes })).toMatchObject([
    { options: { welcome: 'Hello', asks: 'name' }, of: 1 },
  ])
})
