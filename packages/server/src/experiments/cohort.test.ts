import { expect, test } from 'vitest'
import { cohortFigures, type CohortTotals } from './cohort-figures.ts'
import { cohortOf, type ChatUse, type Cohort } from './cohort.ts'

const quiet: ChatUse = { visitorWrote: false, operatorWrote: false, automaticMessages: 0, sawWidget: true, staffOnline: true }
const nothing: CohortTotals = {
  visits: 0,
  visitors: 0,
  converted: 0,
  convertedByGoal: {},
  revenue: 0,
  actions: 0,
  durationMs: 0,
  bounces: 0,
  returned: 0,
}

test.each<[string, Partial<ChatUse>, Cohort | null]>([
  ['both wrote', { visitorWrote: true, operatorWrote: true }, 'talked'],
  ['both wrote, after an automatic message', { visitorWrote: true, operatorWrote: true, automaticMessages: 1 }, 'talked'],
  ['both wrote, though the staff left', { visitorWrote: true, operatorWrote: true, staffOnline: false }, 'talked'],
  ['only an automatic message came', { automaticMessages: 2 }, 'only-messaged'],
  ['only an automatic message came while nobody was there', { automaticMessages: 1, staffOnline: false }, 'only-messaged'],
  ['an operator wrote and got no answer', { operatorWrote: true }, 'saw-widget'],
  ['the widget was seen and left alone', {}, 'saw-widget'],
  ['the widget was seen while nobody was there', { staffOnline: false }, 'nobody-there'],
  ['no widget, nobody there', { sawWidget: false, staffOnline: false }, 'nobody-there'],
  ['wrote while nobody was there', { visitorWrote: true, staffOnline: false }, 'nobody-there'],
  ['wrote and was not answered though somebody was there', { visitorWrote: true }, null],
  ['answered an automatic message and was left waiting', { visitorWrote: true, automaticMessages: 1 }, null],
  ['never saw the widget', { sawWidget: false }, null],
])('[EX28][G14] a visit stands in one cohort at most: %s', (_, use, cohort) => {
  expect(cohortOf({ ...quiet, ...use })).toBe(cohort)
})

const talked: CohortTotals = {
  visits: 200,
  visitors: 160,
  converted: 20,
  convertedByGoal: { order: 15, newsletter: 8, never: 0 },
  revenue: 400_000,
  actions: 1000,
  durationMs: 60_000_000,
  bounces: 10,
  returned: 40,
}
const totals = {
  talked,
  'only-messaged': nothing,
  'saw-widget': { ...talked, visits: 400, converted: 12 },
  'nobody-there': nothing,
}

test('[EX29][G14] a cohort is described by rates with their counts, and its uplift over those who left the widget alone', () => {
  expect(cohortFigures(totals, 'talked')).toEqual({
    visits: 200,
    visitors: 160,
    conversionRate: 0.1,
    conversionRateByGoal: { order: 0.075, newsletter: 0.04, never: 0 },
    revenuePerVisit: 2000,
    actionsPerVisit: 5,
    durationMsPerVisit: 300_000,
    bounceRate: 0.05,
    returnRate: 0.25,
    uplift: expect.closeTo(0.07, 12),
  })
  expect(cohortFigures(totals, 'saw-widget').uplift).toBe(0)
})

test('[EX29] an empty cohort has no rates, and without one to compare with there is no uplift', () => {
  expect(cohortFigures(totals, 'nobody-there')).toEqual({
    visits: 0,
    visitors: 0,
    conversionRate: null,
    conversionRateByGoal: {},
    revenuePerVisit: null,
    actionsPerVisit: null,
    durationMsPerVisit: null,
    bounceRate: null,
    returnRate: null,
    uplift: null,
  })
  expect(cohortFigures({ ...totals, 'saw-widget': nothing }, 'talked').uplift).toBeNull()
})
