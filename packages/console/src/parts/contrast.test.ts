import { expect, test } from 'vitest'
import { CONTRAST_MIN, contrast, isColour, readableShade, textOn } from './contrast.ts'

test('[CO27] contrast is the ratio of WCAG 2', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3)
  expect(contrast('#12406b', '#ffffff')).toBeCloseTo(10.652, 3)
})

test('[CO27] a ground that can be read stays as it is', () => {
  expect(readableShade('#12406B', '#ffffff')).toBe('#12406b')
})

test('[CO27] a ground that cannot be read becomes the nearest shade that can', () => {
  for (const [ground, text] of [
    ['#d9734a', '#ffffff'],
    ['#ffff00', '#ffffff'],
    ['#333333', '#000000'],
    ['#808080', '#777777'],
    ['#ffffff', '#ffffff'],
  ] as const) {
    const shade = readableShade(ground, text)
    expect(contrast(shade, text), `${text} on ${shade}`).toBeGreaterThanOrEqual(CONTRAST_MIN)
  }
  expect(contrast(readableShade('#d9734a', '#ffffff'), '#ffffff')).toBeLessThan(4.7)
})

test('[CO27] text on any ground can be read', () => {
  for (const ground of ['#000000', '#777777', '#808080', '#00ff00', '#ffffff'])
    expect(contrast(ground, textOn(ground))).toBeGreaterThanOrEqual(CONTRAST_MIN)
})

test('[CO27] a colour is # and six digits', () => {
  expect(['#12406b', '#12406B', '12406b', '#12406', 'red', '#12406b;'].map(isColour)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})
