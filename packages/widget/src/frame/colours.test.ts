import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coloursOf, contrast, readable } from './colours.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('[WG25] whatever colour a channel has, text in it can be read in both themes', () => {
  fc.assert(
    fc.property(colour, (button) => {
      expect(contrast(readable(button, '#ffffff'), '#ffffff')).toBeGreaterThanOrEqual(4.5)
      expect(contrast(readable(button, '#221f1c'), '#221f1c')).toBeGreaterThanOrEqual(4.5)
    }),
  )
})
test('[WG25] a colour that can be read stays as it is', () => {
  expect(readable('#8a3b26', '#ffffff')).toBe('#8a3b26')
  const appearance = { header: '#111111', headerText: '#ffffff', button: '#8a3b26', buttonText: '#ffffff' }
  expect(coloursOf(appearance)).toMatchObject({
    '--channel-header': '#111111',
    '--channel-text': expect.stringMatching(/^light-dark\(#8a3b26, #/),
  })
})
test('[WG25] the measure of contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})
