import { expect, test } from 'vitest'
import { beatOf, gatherFrom, open } from './parcels.ts'

test('[ND2] what waits leaves in texts of bounded length, with all that was gathered', () => {
  const outgoing = gatherFrom('here', 300)
  outgoing.announce(Array.from({ length: 50 }, (_, n) => ({ topic: `chat:${n}` as const, position: n })))
  outgoing.announce([{ topic: 'chat:7', position: 3 }])
  outgoing.say('settings', { type: 'visitor.here' })
  const texts = outgoing.take()
  expect(texts.length).toBeGreaterThan(3)
  expect(Math.max(...texts.map((text) => Buffer.byteLength(text)))).toBeLessThanOrEqual(300)
  const parcels = texts.map((text) => open(text))
  expect(parcels.flatMap((parcel) => parcel?.moved ?? [])).toEqual(Array.from({ length: 50 }, (_, n) => [`chat:${n}`, n]))
  expect(parcels.flatMap((parcel) => parcel?.said ?? [])).toEqual([['settings', { type: 'visitor.here' }]])
  expect(outgoing.take()).toEqual([])
  expect(open(beatOf('here', 3))).toEqual({ from: 'here', beat: 3, moved: [], said: [] })
})

test('[ND2] of what somebody else writes there nothing is taken that no node says', () => {
  for (const text of ['', '{', 'null', '7', '[]', '{}', '{"from":7}']) expect([text, open(text)]).toEqual([text, undefined])
  const odd = { from: 'x', beat: 'no', moved: [['chat:a', 'far'], 'chat:b', null, ['chat:c', 3]], said: { a: 1 }, more: true }
  expect(open(JSON.stringify(odd))).toEqual({ from: 'x', moved: [['chat:c', 3]], said: [] })
})
