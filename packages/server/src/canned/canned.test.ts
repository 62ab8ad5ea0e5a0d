import type { CannedId, ChannelId, OperatorId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import type { Authority } from '../platform/actor.ts'
import { CANNED_PER_OPERATOR_MAX, CANNED_SHARED_MAX, CANNED_TEXTS_CODE_POINTS_MAX, write } from './canned.ts'
import type { CannedText } from './events.ts'
import { has, mayChange, mayShare } from './policy.ts'

// A test's own ids.
const [ann, bob, ada] = ['ann', 'bob', 'ada'] as OperatorId[] as [OperatorId, OperatorId, OperatorId]
const [shop, ateliers] = ['shop', 'ateliers'] as ChannelId[] as [ChannelId, ChannelId]
const text = (language: string, words = 'We replace it.') => ({ language, text: words })
const replace: CannedText = {
  id: 'replace' as CannedId,
  version: 0,
  shortcut: 'replace',
  texts: [text('en')],
  sharedWith: { kind: 'nobody' },
  by: ann,
}
const standing = { before: undefined, others: [], shared: 0, at: 7 }
const other = (shortcut: string) => ({ id: shortcut as CannedId, shortcut })

test('[CR1][E13] one is written for oneself, and nobody else is told', () => {
  const written = { type: 'canned.written', canned: { ...replace, version: 1 }, isShown: false, at: 7 }
  expect(write(replace, standing)).toEqual([written])
})

test.each(['replace', 'REPLACE', 'réplace', 'ｒeplace'])(
  '[CR2][E13] of one maker a shortcut is there once, however it is written: %s',
  (shortcut) => {
    expect(write(replace, { ...standing, others: [other(shortcut)] })).toMatchObject({ refused: 'exists' })
    expect(write(replace, { ...standing, others: [other('replaces')] })).toMatchObject([{ type: 'canned.written' }])
  },
)

test('[CR3][E13] each language is there once, by the name that everybody writes, the first said first', () => {
  const texts = [text('pt-br'), text('EN')]
  expect(write({ ...replace, texts }, standing)).toMatchObject([{ canned: { texts: [text('pt-BR'), text('en')] } }])
  expect(write({ ...replace, texts: [text('iw'), text('he')] }, standing)).toMatchObject({ refused: 'invalid' })
})

test('[CR4] what somebody else has changed meanwhile is not written over', () => {
  const before = { ...replace, version: 3 }
  expect(write({ ...replace, version: 2 }, { ...standing, before })).toMatchObject({ refused: 'changed' })
  expect(write({ ...replace, version: 3 }, { ...standing, before })).toMatchObject([{ canned: { version: 4 } }])
})

test('[CR5] of so many there are no more, of one maker, of those that are shared, and in one', () => {
  const others = Array.from({ length: CANNED_PER_OPERATOR_MAX }, (_, n) => other(`r${n}`))
  expect(write(replace, { ...standing, others })).toMatchObject({ refused: 'full' })
  const shared: CannedText = { ...replace, sharedWith: { kind: 'everybody' } }
  const full = { ...standing, shared: CANNED_SHARED_MAX }
  expect(write(shared, full)).toMatchObject({ refused: 'full' })
  // One that is there already stays, and is changed.
  expect(write({ ...shared, version: 1 }, { ...full, others, before: { ...shared, version: 1 } })).toMatchObject([{ at: 7 }])
  const half = '𝒂'.repeat(CANNED_TEXTS_CODE_POINTS_MAX / 2)
  expect(write({ ...replace, texts: [text('en', half), text('fr', half)] }, standing)).toMatchObject([{ at: 7 }])
  expect(write({ ...replace, texts: [text('en', half), text('fr', `${half}.`)] }, standing)).toMatchObject({ refused: 'invalid' })
})

test('[CR6][E13] others hear of what is shared, and of what is no longer', () => {
  const everybody = { kind: 'everybody' } as const
  const shared = { ...replace, version: 1, sharedWith: everybody }
  expect(write({ ...replace, sharedWith: everybody }, standing)).toMatchObject([{ isShown: true }])
  expect(write({ ...replace, version: 1 }, { ...standing, before: shared })).toMatchObject([{ isShown: true }])
})

const operator = (id: OperatorId, role: 'operator' | 'administrator' | 'supervisor', ...channels: ChannelId[]): Authority => ({
  kind: 'operator',
  id,
  session: 's' as never, // nobody looks at it
  name: id,
  role,
  channels,
  levels: new Map(channels.map((channel) => [channel, 'participant'])),
  rights: new Set(),
})

test.each([
  [{ kind: 'nobody' }, false, false, false],
  [{ kind: 'everybody' }, true, true, true],
  [{ kind: 'channels', channels: [shop] }, true, false, true],
  [{ kind: 'channels', channels: [ateliers, shop] }, true, false, true],
  [{ kind: 'channels', channels: [ateliers] }, false, false, true],
] as const)('[CR6][E13] shared with %j it is there for those', (shared, inShop, inNone, administrator) => {
  const of = { by: ann, sharedWith: shared.kind === 'channels' ? { ...shared, channels: [...shared.channels] } : shared }
  expect(has(operator(ann, 'operator'), of)).toBe(true)
  expect(has(operator(bob, 'operator', shop), of)).toBe(inShop)
  expect(has(operator(bob, 'operator'), of)).toBe(inNone)
  expect(has(operator(ada, 'administrator'), of)).toBe(administrator)
  expect(mayChange(operator(bob, 'operator', shop), of)).toMatchObject({ refused: inShop ? 'forbidden' : 'not-found' })
  expect(mayChange(operator(ada, 'administrator'), of)?.refused).toBe(administrator ? undefined : 'not-found')
})

test('[CR6][E13] one shares with channels one takes part in; with everybody who looks after others', () => {
  const channels = (...of: ChannelId[]) => ({ kind: 'channels', channels: of }) as const
  expect(mayShare(operator(ann, 'operator', shop), channels(shop))).toBeUndefined()
  expect(mayShare(operator(ann, 'operator', shop), channels(shop, ateliers))).toMatchObject({ refused: 'forbidden' })
  expect(mayShare(operator(ann, 'operator', shop), { kind: 'everybody' })).toMatchObject({ refused: 'forbidden' })
  expect(mayShare(operator(ann, 'supervisor'), { kind: 'everybody' })).toBeUndefined()
})
