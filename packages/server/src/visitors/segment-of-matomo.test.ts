// Where Matomo is the reference: each table names the place in matomo-org/matomo at 5.x.
import { expect, test } from 'vitest'
import type { GoalId } from '@portico/protocol/ids'
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

const vera = veraWith({
  referrer: { type: 'campaign', name: 'Spring', keyword: 'red door', url: 'https://www.news.example/doors' },
  pages: [page('https://www.shop.example/', 'Doors'), page('https://shop.example/Prices?plan=2', 'Prices of doors')],
  searches: [{ keyword: 'handle' }],
  events: [event('Chat', 'Opened', 'button', 5), event('Video', 'Played')],
})

// Matomo, SegmentExpression.php: IS NULL OR = '' OR = '0'; where the column is a number, 0 is '' there.
test.each<[dimension: string, empty: Partial<VisitProfile>, filled: Partial<VisitProfile>]>([
  ['searches', {}, { searches: [{ keyword: 'handle' }] }],
  ['visitLocalHour', { localHour: 0 }, { localHour: 1 }],
  ['daysSinceLastVisit', { daysSinceLastVisit: 0 }, { daysSinceLastVisit: 1 }],
  ['visitConverted', {}, { goals: ['order' as GoalId] }], // a test's own id
  ['visitorType', { count: 1 }, { count: 2 }],
  ['regionCode', { place: placeIn('0') }, { place: placeIn('00') }],
  ['dimension1', { dimensions: { 1: '0' } }, { dimensions: { 1: '0.0' } }],
  ['eventValue', { events: [event('Video', 'Play', null, 0)] }, { events: [event('Video', 'Play', null, 0.5)] }],
  ['eventName', { events: [event('Video', 'Play', '0')] }, { events: [event('Video', 'Play', 'No')] }],
])('[VI85][H6] %s is empty at 0, as in Matomo', (dimension, empty, filled) => {
  expect([isIn(veraWith(empty), `${dimension}==`), isIn(veraWith(empty), `${dimension}!=`)]).toEqual([true, false])
  expect([isIn(veraWith(filled), `${dimension}==`), isIn(veraWith(filled), `${dimension}!=`)]).toEqual([false, true])
})

// Matomo, VisitorDaysSinceLast: a column that is not null, 0 in a first visit.
test.each([
  ['daysSinceLastVisit==0', true],
  ['daysSinceLastVisit<1', true],
  ['daysSinceLastVisit>=0', true],
  ['daysSinceLastVisit!=0', false],
  ['daysSinceLastVisit>0', false],
])('[VI86][H6] in a first visit the last was 0 days ago: %s is %s', (source, expected) => {
  expect(isIn(veraWith({ daysSinceLastVisit: null }), source)).toBe(expected)
})

// Matomo, VisitorReturning.php, onNewVisit.
test.each<[says: string, visit: Partial<VisitProfile>, type: string]>([
  ['comes for the first time', { count: 1 }, 'new'],
  ['comes again', { count: 2 }, 'returning'],
  ['has bought before', { count: 2, daysSinceLastOrder: 3 }, 'returningCustomer'],
  ['has bought today', { count: 2, daysSinceLastOrder: 0 }, 'returningCustomer'],
  ['is only known by what he bought', { count: 1, daysSinceLastOrder: 40 }, 'returningCustomer'],
])('[VI87][H6] who %s is of one type alone: %s', (_says, visit, type) => {
  const types = ['new', 'returning', 'returningCustomer']
  expect(types.filter((one) => isIn(veraWith(visit), `visitorType==${one}`))).toEqual([type])
})

const video = veraWith({
  pages: [page('https://shop.example/', 'Doors'), page('https://shop.example/prices', 'Prices')],
  searches: [{ keyword: 'door' }, { keyword: 'handle' }],
  events: [event('Video', 'Stop', 'intro', 3), event('Chat', 'Play', null, 9), event('Video', 'Seek', null, 9)],
  goals: ['order' as GoalId, 'newsletter' as GoalId], // a test's own ids
  place: placeIn('9'),
})

// Matomo asks for one action that fulfils all of it (matomo-org/matomo#22352, #22235), and of "not" for a visit without any.
test.each([
  ['eventCategory==Video;eventAction==Stop', true],
  ['eventCategory==Video;eventAction==Play', false],
  ['eventCategory==Video;eventAction==Stop;eventName==intro', true],
  ['eventCategory==Video;eventAction==Seek;eventName==intro', false],
  ['eventCategory==Video;eventName==', true],
  ['eventCategory==Video;eventAction==Stop;eventName==', false],
  ['eventCategory==Chat;eventName!=', false],
  ['eventCategory==Video;eventValue>5', true],
  ['eventCategory==Video;eventAction==Stop;eventValue>5', false],
  ['eventCategory==Video,eventCategory==Chat;eventAction==Play', true],
  ['eventAction==Stop,eventAction==Seek;eventCategory==Chat', false],
  ['eventCategory==Video;eventAction!=Play', false],
  ['eventCategory==Video;eventAction!=Pause', true],
  ['eventCategory==Video;eventAction!@lay', false],
  ['eventCategory==Video,regionCode==9;eventAction==Play', true],
  ['eventCategory==Video,regionCode==8;eventAction==Play', false],
  ['pageTitle==Doors;pageTitle==Prices', false],
  ['pageUrl=@/prices;pageTitle==Prices', true],
  ['pageUrl=@/prices;pageTitle==Doors', false],
  ['siteSearchKeyword=@o;siteSearchKeyword=@d', true],
  ['siteSearchKeyword==door;siteSearchKeyword==handle', false],
  ['visitConvertedGoalId==order;visitConvertedGoalId==newsletter', false],
  ['pageTitle==Doors;eventAction==Play;siteSearchKeyword==handle', true],
  ['pageTitle==Windows,eventAction==Play;eventCategory==Video', true],
])('[VI83][H6] what is asked of acts holds for one of them: %s is %s', (source, expected) => {
  expect(isIn(video, source)).toBe(expected)
})

test('[VI83] what is asked of acts takes time in proportion to them', () => {
  let read = 0
  const counted = (n: number) => ({
    ...event('Video', `Step ${n}`),
    get category() {
      return `${(read += 1) && 'Video'}`
    },
  })
  const visit = { events: Array.from({ length: 1000 }, (_, n) => counted(n)) }
  const asked = Array.from({ length: 50 }, () => 'eventCategory==Video').join(';')
  expect(isIn(veraWith(visit), `${asked};eventAction==Step 1000`)).toBe(false)
  expect(read).toBeLessThanOrEqual(50 * 1000)
})

// Matomo keeps referer_url as it came, and strips only what goes into log_action (TableLogAction.php).
test.each([
  ['referrerUrl==https://www.news.example/doors', true],
  ['referrerUrl==HTTPS://www.news.example/Doors', true],
  ['referrerUrl==http://www.news.example/doors', false],
  ['referrerUrl==https://news.example/doors', false],
  ['referrerUrl==news.example/doors', false],
  ['referrerUrl=^https://', true],
  ['referrerUrl=^http://', false],
  ['referrerUrl=@www.', true],
])('[VI12][H6] the address of the referrer keeps its scheme: %s is %s', (source, expected) => {
  expect(isIn(vera, source)).toBe(expected)
})

// Matomo finds these by CRC32 (Tracker/Model.php, getIdActionMatchingNameAndType); LIKE knows no capitals.
test.each([
  ['pageUrl', 'shop.example/Prices?plan=2', 'shop.example/prices?plan=2'],
  ['pageTitle', 'Doors', 'doors'],
  ['entryPageUrl', 'shop.example/', 'Shop.example/'],
  ['entryPageTitle', 'Doors', 'DOORS'],
  ['exitPageUrl', 'shop.example/Prices?plan=2', 'shop.example/PRICES?plan=2'],
  ['exitPageTitle', 'Prices of doors', 'prices of doors'],
  ['siteSearchKeyword', 'handle', 'Handle'],
  ['eventCategory', 'Video', 'video'],
  ['eventAction', 'Opened', 'opened'],
  ['eventName', 'button', 'Button'],
])('[VI84][H6] an exact comparison of %s keeps case: %s, not %s', (dimension, is, otherwise) => {
  expect([isIn(vera, `${dimension}==${is}`), isIn(vera, `${dimension}!=${is}`)]).toEqual([true, false])
  expect([isIn(vera, `${dimension}==${otherwise}`), isIn(vera, `${dimension}!=${otherwise}`)]).toEqual([false, true])
  const any = [`${dimension}=@${otherwise}`, `${dimension}=^${otherwise}`, `${dimension}=$${otherwise}`]
  expect(any.map((source) => isIn(vera, source))).toEqual([true, true, true])
  expect(isIn(vera, `${dimension}!@${otherwise}`)).toBe(false)
})

test.each(['countryCode==at', 'countryCode==AT', 'countryCode=^A', 'countryCode!=de', 'countryCode!=DE'])(
  '[VI80] a country is the same in any case: %s',
  (source) => {
    expect([isIn(veraWith({ place: { ...placeIn('9'), countryCode: 'AT' } }), source)]).toEqual([true])
  },
)

function placeIn(regionCode: string): VisitProfile['place'] {
  return { continentCode: null, countryCode: null, regionCode, city: null }
}

function isIn(visitor: VisitorProfile, source: string): boolean {
  const parsed = parseSegment(source)
  if ('fault' in parsed) throw new Error(`${source}: ${parsed.fault.expected} expected at ${parsed.fault.offset}`)
  return inSegment(visitor, parsed.segment)
}
