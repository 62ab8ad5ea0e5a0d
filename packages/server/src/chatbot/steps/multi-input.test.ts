import { expect, test } from 'vitest'
import { begin } from '../begin.ts'
import { nextStep } from '../next-step.ts'
import { play, say, scriptOf, take, type } from '../testing-script.ts'
import { completesAt, LINES_MAX } from './multi-input.ts'

const story = scriptOf(take('multi-input', 'story'), say('thanks'))

test('[BT25][F6] messages are collected until ten seconds have passed without another', () => {
  const { run, acts } = play(story, type('It is', 5000), type('open.', 9000))
  expect(run).toMatchObject({ state: 'collecting', lines: ['It is', 'open.'], lastLineAt: 9000, given: [] })
  expect(acts).toEqual([])
  expect(run.state === 'collecting' && completesAt(run, null)).toBe(19_000)
})

test.each<[says: string, typingAt: number | null, at: number]>([
  ['a moment too early', null, 18_999],
  ['ten seconds after the message, but something was typed', 12_000, 19_000],
  ['a moment before ten seconds after the typing', 12_000, 21_999],
])('[BT25][F6] the input is not complete %s', (_says, typingAt, at) => {
  const { run } = play(story, type('It is open.', 9000))
  expect(nextStep(story, run, { kind: 'paused', typingAt, at })).toEqual({ refused: 'still-typing' })
})

test.each<[says: string, typingAt: number | null, at: number]>([
  ['after ten seconds', null, 19_000],
  ['ten seconds after the typing', 12_000, 22_000],
  ['ten seconds after the message, when typing came before it', 8000, 19_000],
])('[BT25][F6] the input is complete %s', (_says, typingAt, at) => {
  const { run } = play(story, type('It is open.', 9000))
  expect(nextStep(story, run, { kind: 'paused', typingAt, at })).toMatchObject({
    run: { state: 'ended', given: [{ raw: 'It is open.', at: 9000 }] },
    acts: [{ step: 'thanks' }],
  })
})

test('[BT25][F6] before the first message no pause completes the input', () => {
  expect(nextStep(story, begin(story).run, { kind: 'paused', typingAt: null, at: 99_000 })).toEqual({ refused: 'not-awaited' })
})

test('[BT26][F6] the hundredth message completes the input', () => {
  const all = Array.from({ length: LINES_MAX }, (_, index) => type(`line ${index}`, index))
  expect(play(story, ...all.slice(1)).run).toMatchObject({ state: 'collecting' })
  const { run } = play(story, ...all)
  expect(run).toMatchObject({ state: 'ended' })
  expect(run.given[0]?.raw.split('\n')).toHaveLength(100)
})
