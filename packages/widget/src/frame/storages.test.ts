import { visitorToken } from '@portico/protocol/session'
import * as s from '@portico/protocol/schema'
import { afterEach, expect, test, vi } from 'vitest'
import { openDrafts } from './drafts.ts'
import { openSoundSwitch } from './sound-switch.ts'
import { openStorages } from './storages.ts'
import { readOrMintToken } from './visitor-token.ts'

/** A browser that allows a frame no storage throws at the mention of it. */
function forbidStorage() {
  const forbidden = {
    get: () => {
      throw new DOMException('Access is denied', 'SecurityError')
    },
    configurable: true,
  }
  for (const name of ['localStorage', 'sessionStorage']) {
    vi.stubGlobal(name, undefined)
    Object.defineProperty(globalThis, name, forbidden)
  }
}
afterEach(() => vi.unstubAllGlobals())

test('[WG30] where the frame may keep nothing, the page keeps it, and the next page gives it back', () => {
  forbidStorage()
  let kept: string | null = null
  const keep = (text: string) => (kept = text)
  const token = readOrMintToken(openStorages({ kept, keep }).lasting)
  expect(kept).toContain(token)
  expect(readOrMintToken(openStorages({ kept, keep }).lasting)).toBe(token)
})
test('[WG30] to forget leaves nothing behind', () => {
  forbidStorage()
  let kept: string | null = null
  const storages = openStorages({ kept, keep: (text) => (kept = text) })
  readOrMintToken(storages.lasting)
  storages.forget()
  expect(kept).toBe('[]')
})
test('[WG29] nothing is kept before the first act: to read is not to write', () => {
  forbidStorage()
  const writes: string[] = []
  const { lasting, passing } = openStorages({ kept: null, keep: (text) => writes.push(text) })
  openDrafts(passing).prefill('Suggested by the site')
  expect(openSoundSwitch(lasting).isOn()).toBe(true)
  expect(writes).toEqual([])
  readOrMintToken(lasting)
  expect(writes).toHaveLength(1)
})
test('[WG29] a token is 32 random bytes, as the protocol wants it', () => {
  forbidStorage()
  const mint = () => readOrMintToken(openStorages({ kept: null, keep: () => {} }).lasting)
  const minted = Array.from({ length: 100 }, mint)
  expect(new Set(minted).size).toBe(100)
  for (const token of minted) expect(s.safeParse(visitorToken, token).success).toBe(true)
})
test('[WG29] a draft outlives the page load', () => {
  forbidStorage()
  const { passing } = openStorages({ kept: null, keep: () => {} })
  openDrafts(passing).change({ message: 'Half a sentence' })
  expect(openDrafts(passing).read()).toEqual({ name: '', email: '', message: 'Half a sentence' })
})
test('[WG27][A18] the sound stays switched off', () => {
  forbidStorage()
  const { lasting } = openStorages({ kept: null, keep: () => {} })
  openSoundSwitch(lasting).toggle()
  expect(openSoundSwitch(lasting).isOn()).toBe(false)
  openSoundSwitch(lasting).toggle()
  expect(openSoundSwitch(lasting).isOn()).toBe(true)
})
