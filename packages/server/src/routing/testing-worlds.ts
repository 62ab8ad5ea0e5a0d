import { even, exponential, type Law, logNormal, seeded, type Setting } from './testing-queue.ts'

/** What a queue may be like: the law of lengths, the staffing and how many come. Times in units of a mean length of ten minutes. */
export type World = Pick<Setting, 'lengthOf' | 'slotsAt' | 'changesEvery' | 'rate'>

const HALF_AN_HOUR = 3
const DAY = 144

export const WORLDS: Readonly<Record<string, World>> = {
  'exponential lengths': { ...steady(4), lengthOf: exponential, rate: 3.6 },
  'exponential lengths, 20 slots': { ...steady(20), lengthOf: exponential, rate: 19 },
  'even lengths': { ...steady(4), lengthOf: even, rate: 3.6 },
  'log-normal lengths, sigma 1': { ...steady(4), lengthOf: logNormal(1), rate: 3.6 },
  'log-normal lengths, sigma 1.5': { ...steady(4), lengthOf: logNormal(1.5), rate: 3.6 },
  'log-normal lengths, sigma 2': { ...steady(4), lengthOf: logNormal(2), rate: 3.6 },
  'staffing drawn anew each half hour, 2 to 6': { ...drawnAnew(2, 6), lengthOf: exponential, rate: 3.4 },
  'the same, log-normal lengths': { ...drawnAnew(2, 6), lengthOf: logNormal(1), rate: 3.4 },
  'staffing one up or down each half hour': { ...walking(2, 8), lengthOf: exponential, rate: 4 },
  'lengths drifting, e times longer in 4 hours': { ...steady(4), lengthOf: drifting(exponential, DAY / 3, 0.5), rate: 3.3 },
  'lengths drifting, 6 times longer in 4 hours': { ...steady(4), lengthOf: drifting(exponential, DAY / 3, 0.9), rate: 2.8 },
  'log-normal lengths drifting over the day': { ...steady(4), lengthOf: drifting(logNormal(1), DAY, 0.7), rate: 3.1 },
}

function steady(slots: number) {
  return { slotsAt: () => slots, changesEvery: Number.POSITIVE_INFINITY }
}

function drawnAnew(least: number, most: number) {
  return staffed((index) => least + Math.floor(drawn(index) * (most - least + 1)))
}

function walking(least: number, most: number) {
  const walked = [4]
  return staffed((index) => {
    while (walked.length <= index) {
      const next = (walked.at(-1) ?? least) + (drawn(walked.length) < 0.5 ? -1 : 1)
      walked.push(Math.min(most, Math.max(least, next)))
    }
    return walked[index] ?? least
  })
}

function staffed(slotsOf: (index: number) => number) {
  // A change falls on a whole multiple, which division does not always give back.
  return { slotsAt: (at: number) => slotsOf(Math.max(0, Math.floor(at / HALF_AN_HOUR + 1e-9))), changesEvery: HALF_AN_HOUR }
}

function drifting(law: Law, period: number, swing: number): Law {
  return (random, at) => law(random, at) * Math.exp(swing * Math.sin((2 * Math.PI * at) / period))
}

const drawn = (index: number) => seeded(index * 7919)()
