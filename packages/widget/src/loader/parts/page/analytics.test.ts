import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pollsFor, readAnalyticsId } from './analytics.ts'

const tracker = { getVisitorId: () => '0123456789abcdef' }
/** As Matomo does: what is pushed is called with the tracker, at once or when it has loaded. */
const queue = { push: ([call]: unknown[]) => (call as () => void).call(tracker) }
const page: Window = {} as Window // of the page, only the tracker's queue is looked at

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', page)
})
afterEach(() => {
  delete page['_paq']
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('[WG26][A4] the id of a tracker that is there is read at once', () => {
  page['_paq'] = queue
  const found: string[] = []
  readAnalyticsId({ polls: 0, found: (id) => found.push(id) })
  expect(found).toEqual(['0123456789abcdef'])
})
test('[WG26][A4] a tracker that the snippet announces is waited for, every 200 ms', () => {
  const found: string[] = []
  readAnalyticsId({ polls: pollsFor('matomo'), found: (id) => found.push(id) })
  vi.advanceTimersByTime(3000)
  expect(found).toEqual([])
  page['_paq'] = queue
  vi.advanceTimersByTime(200)
  expect(found).toEqual(['0123456789abcdef'])
  expect(vi.getTimerCount()).toBe(0)
})
test('[WG26][A4] the wait ends, and without the announcement there is none', () => {
  readAnalyticsId({ polls: pollsFor(undefined), found: () => {} })
  expect(vi.getTimerCount()).toBe(0)
  readAnalyticsId({ polls: pollsFor('matomo'), found: () => {} })
  expect(vi.getTimerCount()).toBe(1)
  vi.advanceTimersByTime(60_000)
  expect(vi.getTimerCount()).toBe(0)
})
