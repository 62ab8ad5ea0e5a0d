import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textColourOf } from './colours.ts'
import { contrast, readable } from './readable-colour.ts'

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
  expect(textColourOf('#8a3b26', readable)).toMatch(/^light-dark\(#8a3b26, #/)
})
test('[WG25] the measure of contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})
