import { REFERRER_TYPES, type VisitorProfile, type VisitProfile } from './visitor-profile.ts'

export type Value = string | number

/** How a dimension is compared: as a number, as a text, or with one of a few words. */
type DimensionKind = { kind: 'number' } | { kind: 'text' } | { kind: 'choice'; among: readonly string[] }

/** What a visit has many of, each with its own value. */
export type Acts = 'pages' | 'searches' | 'events' | 'goals'

/** Which letters are the same to `==` and `!=`: the other operators, and most dimensions, know no capitals. */
type Exactness = 'any case' | 'same case'

type Dimension = DimensionKind & { of: Acts | 'visit'; exactness: Exactness; read: Read }
type Read = (visit: VisitProfile, visitor: VisitorProfile) => readonly (Value | null)[]
type ReadOne = (visit: VisitProfile, visitor: VisitorProfile) => Value | null

const number = (read: ReadOne) => ofVisit({ kind: 'number' }, read)
const text = (read: ReadOne) => ofVisit({ kind: 'text' }, read)
const choice = (among: readonly string[], read: ReadOne) => ofVisit({ kind: 'choice', among }, read)
// Matomo finds what was done by a sum over its letters, which capitals change.
const deed = (read: ReadOne): Dimension => ({ ...text(read), exactness: 'same case' })
const page = ofEach('pages', (visit) => visit.pages)
const search = ofEach('searches', (visit) => visit.searches)
const event = ofEach('events', (visit) => visit.events)
const goal = ofEach('goals', (visit) => visit.goals)

/** The names are Matomo's, so that a segment means the same there. */
const DIMENSIONS: Readonly<Record<string, Dimension>> = {
  visitorId: text((_, visitor) => visitor.id),
  userId: text((_, visitor) => visitor.userId),
  visitorType: choice(['new', 'returning', 'returningCustomer'], visitorType),
  visitCount: number((visit) => visit.count),
  daysSinceFirstVisit: number((visit) => visit.daysSinceFirstVisit),
  daysSinceLastVisit: number((visit) => visit.daysSinceLastVisit ?? 0),
  visitDuration: number((visit) => Math.floor((visit.lastActionAt - visit.startedAt) / 1000)),
  visitLocalHour: number((visit) => visit.localHour),
  visitServerHour: number((visit) => visit.siteHour),
  actions: number((visit) => visit.pages.length + visit.searches.length + visit.events.length),
  searches: number((visit) => visit.searches.length),
  events: number((visit) => visit.events.length),
  pageUrl: page({ kind: 'text' }, ({ url }) => url),
  pageTitle: page({ kind: 'text' }, ({ title }) => title),
  entryPageUrl: deed((visit) => visit.pages[0]?.url ?? null),
  entryPageTitle: deed((visit) => visit.pages[0]?.title ?? null),
  exitPageUrl: deed((visit) => visit.pages.at(-1)?.url ?? null),
  exitPageTitle: deed((visit) => visit.pages.at(-1)?.title ?? null),
  siteSearchKeyword: search({ kind: 'text' }, ({ keyword }) => keyword),
  eventCategory: event({ kind: 'text' }, ({ category }) => category),
  eventAction: event({ kind: 'text' }, ({ action }) => action),
  eventName: event({ kind: 'text' }, ({ name }) => name),
  eventValue: event({ kind: 'number' }, ({ value }) => value),
  visitConverted: choice(['0', '1'], (visit) => (visit.goals.length > 0 ? '1' : '0')),
  visitConvertedGoalId: { ...goal({ kind: 'text' }, (id) => id), exactness: 'any case' },
  referrerType: choice(REFERRER_TYPES, (visit) => visit.referrer.type),
  referrerName: text((visit) => visit.referrer.name),
  referrerKeyword: text((visit) => visit.referrer.keyword),
  referrerUrl: text((visit) => visit.referrer.url),
  continentCode: text((visit) => visit.place.continentCode),
  countryCode: text((visit) => visit.place.countryCode),
  regionCode: text((visit) => visit.place.regionCode),
  city: text((visit) => visit.place.city),
  languageCode: text((visit) => visit.languageCode),
  deviceType: text((visit) => visit.device.type),
  browserCode: text((visit) => visit.device.browserCode),
  operatingSystemCode: text((visit) => visit.device.operatingSystemCode),
  resolution: text((visit) => visit.device.resolution),
}

const CUSTOM = /^dimension([1-9]\d{0,2})$/

export const DIMENSION_NAMES: readonly string[] = Object.keys(DIMENSIONS)

export function dimensionKind(name: string): DimensionKind | undefined {
  return find(name)
}

/** What it is of and how it is compared, for a segment that was parsed. */
export function dimensionOf(name: string): Pick<Dimension, 'of' | 'exactness' | 'read'> {
  const dimension = find(name)
  if (!dimension) throw new Error(`${name} is no dimension; only segments that were parsed may be asked`)
  return dimension
}

function find(name: string): Dimension | undefined {
  if (Object.hasOwn(DIMENSIONS, name)) return DIMENSIONS[name]
  const custom = CUSTOM.exec(name)
  return custom ? text((visit) => visit.dimensions[Number(custom[1])] ?? null) : undefined
}

function ofVisit(kind: DimensionKind, read: ReadOne): Dimension {
  return { ...kind, of: 'visit', exactness: 'any case', read: (visit, visitor) => [read(visit, visitor)] }
}

/** Of each act, in their order; a visit without any has one in which nothing is known. */
function ofEach<A>(of: Acts, acts: (visit: VisitProfile) => readonly A[]) {
  return (kind: DimensionKind, read: (act: A) => Value | null): Dimension => ({
    ...kind,
    of,
    exactness: 'same case',
    read: (visit) => (acts(visit).length === 0 ? [null] : acts(visit).map(read)),
  })
}

function visitorType({ daysSinceLastOrder, count }: VisitProfile): string {
  if (daysSinceLastOrder !== null) return 'returningCustomer'
  return count > 1 ? 'returning' : 'new'
}
