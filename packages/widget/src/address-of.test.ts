import { expect, test } from 'vitest'
import { addressOf, originOf } from './address-of.ts'

const script = (src: string) => ({ src }) as HTMLScriptElement // no more of it is looked at

test.each([
  ['https://chat.example.org/portico.js', 'https://chat.example.org/frame'],
  ['https://example.org/chat/portico.js', 'https://example.org/chat/frame'],
  ['https://chat.example.org:8443/portico.js?v=a/b', 'https://chat.example.org:8443/frame'],
])('[WG60] from %s the frame is at %s', (src, address) => {
  expect(addressOf('/frame', script(src))).toBe(address)
})
test('[WG60] the origin is what stands before the path', () => {
  expect(originOf('https://chat.example.org:8443/a/b?c=/d')).toBe('https://chat.example.org:8443')
})
