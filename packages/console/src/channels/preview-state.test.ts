import { expect, test } from 'vitest'
import { channels } from './index.ts'
import { previewOf } from './preview-state.ts'

test('[CO71] each tab of a channel has its own first state in the preview', () => {
  const first = Object.fromEntries((channels.channelSections ?? []).map(({ key }) => [key, previewOf(key)]))
  expect(first).toEqual({
    general: 'introduction',
    appearance: 'conversation',
    introduction: 'introduction',
    members: 'introduction',
    sites: 'button',
    snippet: 'button',
  })
})
