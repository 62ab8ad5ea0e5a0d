import { expect, test } from 'vitest'
import { active, ANN, requested, row } from '../conversations/testing-rows.ts'
import { doneSteps } from './steps.ts'

const origin = 'https://chat.example'
const fresh = { rows: [], colleagues: 1, ticked: new Set<string>(), origin }
const from = (url: string) => ({ ...row('one', requested(1)), page: { url, title: '' } })
const done = (known: Partial<Parameters<typeof doneSteps>[0]>) => [...doneSteps({ ...fresh, ...known })]

test('[CO99] of a fresh installation the account is made, and nothing else', () => {
  expect(done({})).toEqual(['made'])
})

test('[CO99] a request on the preview page is not answered yet, nor is it on a site', () => {
  expect(done({ rows: [from(`${origin}/preview?open`)] })).toEqual(['made'])
  expect(done({ rows: [row('one', active(1, ANN))] })).toEqual(['made', 'try'])
  expect(done({ rows: [from('https://shop.example/preview')] })).toEqual(['made', 'site'])
})

test('[CO99] colleagues are seen, and what was ticked off stays so', () => {
  expect(done({ colleagues: 2 })).toEqual(['made', 'invite'])
  expect(done({ ticked: new Set(['site', 'dismissed']) })).toEqual(['made', 'site'])
})
