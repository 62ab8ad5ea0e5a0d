import { expect, test } from 'vitest'
import type { GoalId } from '@portico/protocol/ids'
import { DIMENSION_NAMES } from './segment-dimension.ts'
import { parseSegment } from './segment-parser.ts'
import { inSegment } from './segment.ts'
import { veraWith } from './testing-profile.ts'
import type { VisitorProfile, VisitProfile } from './visitor-profile.ts'

const page = (url: string, title = '') => ({ url, title })
const event = (category: string, action: string, name: string | null = null, value: number | null = null) => ({
  category,
  action,
  name,
  value,
})

/** A visit in which everything is known. */
const known: Partial<VisitProfile> = {
  count: 3,
  daysSinceFirstVisit: 12,
  daysSinceLastVisit: 2,
  startedAt: 1_000_000,
  lastActionAt: 1_090_999,
  localHour: 23,
  siteHour: 0,
  referrer: { type: 'campaign', name: 'Spring', keyword: 'red door', url: 'https://www.news.example/doors' },
  place: { continentCode: 'eur', countryCode: 'at', regionCode: '9', city: 'Wien' },
  device: { type: 'smartphone', browserCode: 'FF', operatingSystemCode: 'AND', resolution: '400x800' },
  languageCode: 'de-at',
  pages: [page('https://www.shop.example/', 'Doors'), page('https://shop.example/Prices?plan=2', 'Prices of doors')],
  searches: [{ keyword: 'handle' }],
  events: [event('Chat', 'Opened', 'button', 5), event('Video', 'Played')],
  goals: ['order' as GoalId], // a test's own id
  dimensions: { 1: 'gold' },
}
const vera = { ...veraWith(known), userId: 'Vera-77' }

test.each([
  ['visitorId', 'vera', 'bob'],
  ['userId', 'vera-77', 'vera'],
  ['visitorType', 'returning', 'new'],
  ['visitCount', '3', '2'],
  ['daysSinceFirstVisit', '12', '11'],
  ['daysSinceLastVisit', '2', '12'],
  ['visitDuration', '90', '91'],
  ['visitLocalHour', '23', '0'],
  ['visitServerHour', '0', '23'],
  ['actions', '5', '2'],
  ['searches', '1', '0'],
  ['events', '2', '1'],
  ['pageUrl', 'https://shop.example/Prices?plan=2', 'https://shop.example/Prices'],
  ['pageTitle', 'Prices of doors', 'Prices'],
  ['entryPageUrl', 'https://shop.example/', 'https://shop.example/Prices?plan=2'],
  ['entryPageTitle', 'Doors', 'Prices of doors'],
  ['exitPageUrl', 'https://shop.example/Prices?plan=2', 'https://shop.example/'],
  ['exitPageTitle', 'Prices of doors', 'Doors'],
  ['siteSearchKeyword', 'handle', 'door'],
  ['eventCategory', 'Video', 'Opened'],
  ['eventAction', 'Opened', 'Chat'],
  ['eventName', 'button', 'Played'],
  ['eventValue', '5', '0'],
  ['visitConverted', '1', '0'],
  ['visitConvertedGoalId', 'order', 'newsletter'],
  ['referrerType', 'campaign', 'search'],
  ['referrerName', 'Spring', 'Summer'],
  ['referrerKeyword', 'red+door', 'door'],
  ['referrerUrl', 'https://www.news.example/doors', 'http://www.news.example/doors'],
  ['continentCode', 'eur', 'asi'],
  ['countryCode', 'AT', 'DE'],
  ['regionCode', '9', '8'],
  ['city', 'Wien', 'Graz'],
  ['languageCode', 'de-at', 'de'],
  ['deviceType', 'smartphone', 'desktop'],
  ['browserCode', 'FF', 'CH'],
  ['operatingSystemCode', 'AND', 'IOS'],
  ['resolution', '400x800', '800x400'],
  ['dimension1', 'gold', 'silver'],
])('[VI3][H6] %s is %s, not %s', (dimension, is, isNot) => {
  expect([isIn(vera, `${dimension}==${is}`), isIn(vera, `${dimension}!=${is}`)]).toEqual([true, false])
  expect([isIn(vera, `${dimension}==${isNot}`), isIn(vera, `${dimension}!=${isNot}`)]).toEqual([false, true])
})

const unknown = veraWith({ pages: [page('', '')] })
const NEVER_EMPTY = new Set(['visitorId', 'visitCount', 'actions', 'referrerType'])
/** Of Vera's two events one has no name and no value, and the hour of her last act is 0. */
const EMPTY_TOO = new Set(['eventName', 'eventValue', 'visitServerHour'])
test.each([...DIMENSION_NAMES, 'dimension1'])('[VI5][VI11] whether %s is empty', (dimension) => {
  const isFilled = dimension !== 'visitServerHour'
  expect([isIn(vera, `${dimension}==`), isIn(vera, `${dimension}!=`)]).toEqual([EMPTY_TOO.has(dimension), isFilled])
  const isEmpty = !NEVER_EMPTY.has(dimension)
  expect([isIn(unknown, `${dimension}==`), isIn(unknown, `${dimension}!=`)]).toEqual([isEmpty, !isEmpty])
})

test.each([
  ['city=@ie', true],
  ['city=@IE', true],
  ['city=@graz', false],
  ['city!@graz', true],
  ['city!@ie', false],
  ['city=^wi', true],
  ['city=^ien', false],
  ['city=$EN', true],
  ['city=$wi', false],
  ['visitCount<3', false],
  ['visitCount<4', true],
  ['visitCount<=3', true],
  ['visitCount<=2', false],
  ['visitCount>3', false],
  ['visitCount>2', true],
  ['visitCount>=3', true],
  ['visitCount>=4', false],
  ['eventValue>4.5', true],
  ['eventValue>-1', true],
])('[VI2][H6] %s: %s', (source, expected) => {
  expect(isIn(vera, source)).toBe(expected)
})

test.each([
  ['pageTitle==Doors', true],
  ['pageTitle!=Doors', false],
  ['pageTitle!=Windows', true],
  ['pageTitle=^Prices', true],
  ['pageTitle!@doors', false],
  ['pageTitle==Doors,pageTitle==Windows', true],
  ['eventValue!=5', false],
  ['eventValue!=6', true],
])('[VI11] of several values one is enough, and for "not" none: %s is %s', (source, expected) => {
  expect(isIn(vera, source)).toBe(expected)
})

test.each([
  'eventValue<5',
  'eventValue<=5',
  'eventValue>-5',
  'eventValue>=-5',
  'eventValue==0',
  'city==a',
  'city=@a',
  'city=^a',
  'city=$a',
])('[VI11] what is not known does not fulfil %s', (source) => {
  expect(isIn(unknown, source)).toBe(false)
})

test.each(['eventValue!=5', 'city!=a', 'city!@a'])('[VI11] what is not known fulfils %s', (source) => {
  expect(isIn(unknown, source)).toBe(true)
})

test.each([
  ['pageUrl==http://www.shop.example/Prices?plan=2', true],
  ['pageUrl==HTTPS://WWW.shop.example/Prices?plan=2', true],
  ['pageUrl==shop.example/Prices?plan=2', true],
  ['pageUrl=^shop.example/', true],
  ['pageUrl=^https://www.shop.example', true],
  ['pageUrl=@/PRICES', true],
  ['pageUrl=$plan=2', true],
  ['pageUrl=@http', false],
  ['pageTitle==http://Doors', false],
  ['entryPageUrl==http://shop.example/', true],
  ['exitPageUrl=^http://www.shop.example/prices', true],
])('[VI12] scheme and www. make no difference to the address of a page: %s is %s', (source, expected) => {
  expect(isIn(vera, source)).toBe(expected)
})

test('[VI12] a letter is the same however its accent is encoded', () => {
  const koeln = veraWith({ place: { continentCode: null, countryCode: null, regionCode: null, city: 'Ko\u0308ln' } })
  expect(isIn(koeln, 'city==k\u00d6ln')).toBe(true)
})

test.each([
  ['visitCount==3,city==Graz', true],
  ['visitCount==2,city==Graz', false],
  ['visitCount==3;city==Graz', false],
  ['visitCount==3;city==Wien', true],
  ['visitCount==3,visitCount==2;city==Graz', false],
  ['city==Graz;visitCount==3,visitCount==2', false],
  ['city==Graz,city==Wien;visitCount==2,visitCount==3', true],
])('[VI1][H6] "or" binds before "and": %s is %s', (source, expected) => {
  expect(isIn(vera, source)).toBe(expected)
})

test('[VI10][D5] one visit has to fulfil all of it', () => {
  const then = { count: 1, pages: [page('https://shop.example/prices')] }
  const now = { count: 2, pages: [page('https://shop.example/blog')] }
  expect(isIn(veraWith(then, now), 'pageUrl=@prices;visitorType==new')).toBe(true)
  expect(isIn(veraWith(then, now), 'pageUrl=@prices;visitorType==returning')).toBe(false)
  expect(isIn(veraWith(now), 'pageUrl=@prices')).toBe(false)
})

test('[VI13] everybody is in the empty segment, nobody without a visit in another', () => {
  expect(isIn(veraWith(), '')).toBe(true)
  expect(isIn(veraWith(), 'city!=Wien')).toBe(false)
  expect(isIn(veraWith({}), 'city!=Wien')).toBe(true)
})

test('a segment that was not parsed, with a dimension there is not, is a bug', () => {
  expect(() => inSegment(vera, [[{ test: 'presence', dimension: 'town', operator: '==' }]])).toThrow('town is no dimension')
})

function isIn(visitor: VisitorProfile, source: string): boolean {
  const parsed = parseSegment(source)
  if ('fault' in parsed) throw new Error(`${source}: ${parsed.fault.expected} expected at ${parsed.fault.offset}`)
  return inSegment(visitor, parsed.segment)
}
