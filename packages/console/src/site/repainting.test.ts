import { expect, test } from 'vitest'
import { channel } from '../conversations/testing-rows.ts'
import { repainting, siteColour } from './repainting.ts'

const painted = (header: string, button = header) => {
  const view = channel()
  const appearance = { header, headerText: '#ffffff', button, buttonText: '#ffffff' }
  return { ...view, options: { ...view.options, channels: { ...view.options.channels, appearance } } }
}

test('[CO72] the site’s colour goes to the channels that have it, and not to those with colours of their own', () => {
  const channels = [painted('#17665f'), painted('#17665f', '#8a3b26'), painted('#102030'), painted('#17665f')]
  expect(siteColour(channels)).toBe('#17665f')
  const sent = repainting(channels, '#ffcc00')
  expect(sent).toHaveLength(2)
  expect(sent[0]).toMatchObject({
    part: 'channels',
    of: 0,
    options: { name: 'Shop', appearance: { header: '#ffcc00', button: '#ffcc00' } },
  })
})
