import type { Event } from '@portico/protocol'
import { array, assert, constantFrom, integer, property, shuffledSubarray } from 'fast-check'
import { expect, test } from 'vitest'
import {
  EARLY_MAX,
  hasHole,
  resume,
  takeCaughtUp,
  takeEntries,
  takePart,
  takeSnapshot,
  unknownTopic,
  type KeptTopic,
} from './kept-topic.ts'
import { conversationLine, conversationView, tagAt, tagsFrom } from './testing/people.ts'
import type { View } from './views/applier.ts'
import { applyEvent } from './views/apply-event.ts'

const apply = (view: View, event: Event) => applyEvent('conversation:tea', view, event)
const added = (position: number): Event => ({ type: 'line.added', line: conversationLine(position + 1) })
const log = Array.from({ length: 200 }, (_, index) => added(index + 1))
const entries = (from: number, to: number) => page(from, log.slice(from - 1, to))
const page = (position: number, events: readonly Event[]) => ({ position, tags: tagsFrom(position, events), events })
const end = (position: number) => ({ position, tag: tagAt(position) })
const atStart = takeSnapshot(takePart(unknownTopic, JSON.stringify(conversationView)), end(0), apply).kept

const take = (kept: KeptTopic, from: number, to: number) => takeEntries(kept, entries(from, to), apply).kept
const ordinals = ({ view }: KeptTopic) => (view && 'visitorRead' in view ? view.lines.map(({ ordinal }) => ordinal) : undefined)
const upTo = (position: number) => Array.from({ length: position + 1 }, (_, index) => index + 1)

test('[CL20] only what continues the view is applied, and each entry once', () => {
  const late = take(atStart, 3, 5)
  expect([late.cursor, ordinals(late), hasHole(late)]).toEqual([0, [1], true])
  const whole = take(late, 1, 4)
  expect([whole.cursor, ordinals(whole), hasHole(whole)]).toEqual([5, upTo(5), false])
  expect(take(whole, 2, 5)).toMatchObject({ cursor: 5, view: whole.view })
})

test('[CL20] at most 64 early ones are kept, and a long page that continues the view is not cut short', () => {
  const early = take(atStart, 2, 200)
  expect(early.early.size).toBe(EARLY_MAX)
  expect(take(early, 1, 1).cursor).toBe(EARLY_MAX + 1)
  expect(take(atStart, 1, 200).cursor).toBe(200)
  expect(take(early, 1, 200).cursor).toBe(200)
})

test('[CL22] a snapshot in parts replaces the view, also one that is older, and what came early continues it', () => {
  const text = JSON.stringify(conversationView)
  const begun = take(takePart(take(atStart, 1, 9), text.slice(0, 50)), 4, 6)
  const { kept } = takeSnapshot(takePart(begun, text.slice(50)), end(3), apply)
  expect([kept.cursor, ordinals(kept)]).toEqual([3, [1]])
  const early = take(unknownTopic, 4, 6)
  const later = takeSnapshot(takePart(early, text), end(3), apply).kept
  expect([later.cursor, ordinals(later)]).toEqual([6, [1, 5, 6, 7]])
})

test('[CL23] in another epoch the cursor is forgotten and the view stays until it is replaced', () => {
  const before = takeCaughtUp(take(atStart, 1, 5), end(5))
  const after = resume(before, false)
  expect([after.cursor, after.shown]).toEqual([null, before.shown])
  expect(take(after, 6, 7).shown).toBe(before.shown)
  const { kept } = takeSnapshot(takePart(after, JSON.stringify(conversationView)), end(1), apply)
  expect(kept).toMatchObject({ cursor: 1, shown: conversationView })
  expect(resume(before, true).cursor).toBe(5)
})

test('[CL23] what came early in one epoch is not applied in the next', () => {
  const early = resume(take(takeCaughtUp(atStart, end(0)), 2, 4), false)
  const { kept } = takeSnapshot(takePart(early, JSON.stringify(conversationView)), end(1), apply)
  expect([kept.cursor, ordinals(kept)]).toEqual([1, [1]])
})

test('[CL22] a snapshot that a loss cut short begins again', () => {
  const text = JSON.stringify(conversationView)
  const cut = resume(takePart(atStart, text.slice(0, 40)), true)
  expect(takeSnapshot(takePart(cut, text), end(0), apply).kept.view).toEqual(conversationView)
})

test('[CL24] a view is shown when it has caught up for the first time, not before and not with a hole', () => {
  expect(atStart.shown).toBeUndefined()
  expect(take(atStart, 1, 5).shown).toBeUndefined()
  expect(takeCaughtUp(take(atStart, 1, 5), end(6))).toMatchObject({ shown: undefined })
  const shown = takeCaughtUp(take(atStart, 1, 5), end(5))
  expect(shown.shown).toBe(shown.view)
  expect(take(shown, 6, 6).shown).toMatchObject({ lines: { length: 7 } })
})

test('[CL21] to be told that all is there shows a hole when it is not', () => {
  expect(hasHole(takeCaughtUp(unknownTopic, end(0)))).toBe(true)
  expect(hasHole(takeCaughtUp(atStart, end(0)))).toBe(false)
  expect(hasHole(takeCaughtUp(atStart, end(1)))).toBe(true)
})

test('[CL27] an event of an unknown type changes nothing and still moves the position', () => {
  const unknown = { type: 'line.starred', line: 'x' } as never
  const { kept } = takeEntries(atStart, page(1, [unknown, added(2)]), apply)
  expect([kept.cursor, ordinals(kept)]).toEqual([2, [1, 3]])
})

test('[CL46] entries that come in any order, twice, or not at all and then from the cursor on, end in the same view', () => {
  const pages = array(constantFrom(1, 2, 3, 7, 30), { minLength: 1, maxLength: 30 }).map((sizes) => {
    let next = 1
    return sizes.map((size) => {
      const from = next
      next += size
      return { from, to: next - 1 }
    })
  })
  const deliveries = pages.chain((all) =>
    array(shuffledSubarray(all), { minLength: 1, maxLength: 3 }).map((rounds) => ({ rounds, head: all.at(-1)?.to ?? 0 })),
  )
  assert(
    property(deliveries, integer({ min: 0, max: 3 }), ({ rounds, head }, reconnects) => {
      const last = Math.min(head, log.length)
      let kept = atStart
      for (const round of rounds) {
        for (const { from, to } of round) {
          const before = kept.cursor ?? 0
          kept = take(kept, from, Math.min(to, last))
          expect(kept.cursor).toBeGreaterThanOrEqual(before)
          expect(kept.early.size).toBeLessThanOrEqual(EARLY_MAX)
          expect(ordinals(kept)).toEqual(upTo(kept.cursor ?? 0))
        }
        if (reconnects > 0) kept = resume(kept, true)
      }
      kept = takeCaughtUp(take(kept, (kept.cursor ?? 0) + 1, last), end(last))
      expect([kept.cursor, hasHole(kept), ordinals(kept)]).toEqual([last, false, upTo(last)])
    }),
    { numRuns: 300 },
  )
})
