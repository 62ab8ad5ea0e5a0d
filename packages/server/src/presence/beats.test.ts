import { expect, test } from 'vitest'
import { SILENT_MS, watchBeats } from './beats.ts'
import { RENEW_MS } from './lease.ts'

const NOW = Date.UTC(2030, 0, 1)

/** Looks every two seconds at what the others say then; answers who was found silent, and when. */
function look(until: number, saying: (ms: number) => Record<string, number | null>, step = RENEW_MS) {
  const beats = watchBeats()
  const found: [number, string[]][] = []
  for (let ms = 0; ms <= until; ms += step) {
    const silent = beats.silentAmong(new Map(Object.entries(saying(ms))), NOW + ms)
    if (silent.length > 0) found.push([ms, silent])
  }
  return found
}

test('[PR26] a node that renews is never silent, however its clock goes', () => {
  expect(look(60_000, (ms) => ({ other: ms / RENEW_MS }))).toEqual([])
})

test('[PR26] one that renews no more is silent within 10 seconds, one that never did too', () => {
  const [first] = look(60_000, (ms) => ({ dead: Math.min(ms / RENEW_MS, 3), alive: ms / RENEW_MS, never: null }))
  expect(first).toEqual([SILENT_MS + 1000, ['never']])
  const found = look(60_000, (ms) => ({ dead: Math.min(ms / RENEW_MS, 3), alive: ms / RENEW_MS }))
  expect(found[0]).toEqual([3 * RENEW_MS + SILENT_MS + 1000, ['dead']])
  expect(found[0]?.[0]).toBeLessThanOrEqual(3 * RENEW_MS + 10_000)
})

test('[PR26] whoever has not looked for long says nothing of others', () => {
  expect(look(600_000, () => ({ other: 1 }), 60_000)).toEqual([])
})

test('[PR26] whoever could not renew himself begins anew', () => {
  const beats = watchBeats()
  const silentAt = (ms: number) => beats.silentAmong(new Map([['other', 1]]), NOW + ms)
  for (let ms = 0; ms < SILENT_MS; ms += RENEW_MS) expect(silentAt(ms)).toEqual([])
  beats.forget()
  for (let ms = 8000; ms < 8000 + SILENT_MS; ms += RENEW_MS) expect(silentAt(ms)).toEqual([])
  expect(silentAt(8000 + 8000)).toEqual(['other'])
})
