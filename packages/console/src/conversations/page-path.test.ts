import { expect, test } from 'vitest'
import { isWebAddress, pagePath } from './page-path.ts'

test('[CO22] a page is named by its path', () => {
  expect(pagePath('https://shop.example/bowls/tide%20glaze?size=34#top')).toBe('/bowls/tide glaze?size=34')
  expect(pagePath('https://shop.example/100%')).toBe('/100%')
})

test('[CO22][H7] what is no web address is shown as it came and cannot be opened', () => {
  expect(pagePath('javascript:alert(1)')).toBe('javascript:alert(1)')
  expect(['javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'nonsense'].filter(isWebAddress)).toEqual([])
  expect(isWebAddress('http://shop.example')).toBe(true)
})
