import { expect, test } from 'vitest'
import { FLEETING_BYTES_MAX } from '../bus/bus.ts'
import { passingPage } from './passing-page.ts'

test('[PR40] a page that is told in passing has no secrets, and fits whatever is written in it', () => {
  expect(passingPage({ url: 'https://shop.example/cart?token=abc&step=2#pay', title: 'Cart of ann@example.org' })).toEqual({
    url: 'https://shop.example/cart?token=*&step=2',
    title: 'Cart of *',
  })
  for (const letter of ['x', 'é', '漢', '🏺', '"', '\u2028', '\u0001']) {
    const page = passingPage({ url: `https://shop.example/${letter.repeat(2000)}`, title: letter.repeat(2000) })
    const said = JSON.stringify({ type: 'visitor.here', page })
    expect(Buffer.byteLength(said)).toBeLessThanOrEqual(FLEETING_BYTES_MAX)
    expect(said.isWellFormed()).toBe(true)
  }
})
