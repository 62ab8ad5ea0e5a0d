import { REFERRER_TYPES, type VisitorProfile, type VisitProfile } from './visitor-profile.ts'

export type Value = string | number

/** How a dimension is compared: as a number, as a text, or with one of a few words. */
type DimensionKind = { kind: 'number' } | { kind: 'text' } | { kind: 'choice'; among: readonly string[] }

type Dimension = DimensionKind & { read: (visit: VisitProfile, visitor: VisitorProfile) => readonly (Value | null)[] }

const number = (read: Dimension['read']): Dimension => ({ kind: 'number', read })
const text = (read: Dimension['read']): Dimension => ({ kind: 'text', read })
const choice = (among: readonly string[], read: Dimension['read']): Dimension => ({ kind: 'choice', among, read })

/** The names are Matomo's, so that a segment means the same there. What has several values fulfils by any of them. */
const DIMENSIONS: Readonly<Record<string, Dimension>> = {
  visitorId: text((_, visitor) => [visitor.id]),
  userId: text((_, visitor) => [visitor.userId]),
  visitorType: choice(['new', 'returning'], (visit) => [visit.count > 1 ? 'returning' : 'new']),
  visitCount: number((visit) => [visit.count]),
  daysSinceFirstVisit: number((visit) => [visit.daysSinceFirstVisit]),
  daysSinceLastVisit: number((visit) => [visit.daysSinceLastVisit]),
  visitDuration: number((visit) => [Math.floor((visit.lastActionAt - visit.startedAt) / 1000)]),
  visitLocalHour: number((visit) => [visit.localHour]),
  visitServerHour: number((visit) => [visit.siteHour]),
  actions: number((visit) => [visit.pages.length + visit.searches.length + visit.events.length]),
  searches: number((visit) => [visit.searches.length]),
  events: number((visit) => [visit.events.length]),
  pageUrl: text((visit) => visit.pages.map(({ url }) => url)),
  pageTitle: text((visit) => visit.pages.map(({ title }) => title)),
  entryPageUrl: text((visit) => [visit.pages[0]?.url ?? null]),
  entryPageTitle: text((visit) => [visit.pages[0]?.title ?? null]),
  exitPageUrl: text((visit) => [visit.pages.at(-1)?.url ?? null]),
  exitPageTitle: text((visit) => [visit.pages.at(-1)?.title ?? null]),
  siteSearchKeyword: text((visit) => visit.searches.map(({ keyword }) => keyword)),
  eventCategory: text((visit) => visit.events.map(({ category }) => category)),
  eventAction: text((visit) => visit.events.map(({ action }) => action)),
  eventName: text((visit) => visit.events.map(({ name }) => name)),
  eventValue: number((visit) => visit.events.map(({ value }) => value)),
  visitConverted: choice(['0', '1'], (visit) => [visit.goals.length > 0 ? '1' : '0']),
  visitConvertedGoalId: text((visit) => visit.goals),
  referrerType: choice(REFERRER_TYPES, (visit) => [visit.referrer.type]),
  referrerName: text((visit) => [visit.referrer.name]),
  referrerKeyword: text((visit) => [visit.referrer.keyword]),
  referrerUrl: text((visit) => [visit.referrer.url]),
  continentCode: text((visit) => [visit.place.continentCode]),
  countryCode: text((visit) => [visit.place.countryCode]),
  regionCode: text((visit) => [visit.place.regionCode]),
  city: text((visit) => [visit.place.city]),
  languageCode: text((visit) => [visit.languageCode]),
  deviceType: text((visit) => [visit.device.type]),
  browserCode: text((visit) => [visit.device.browserCode]),
  operatingSystemCode: text((visit) => [visit.device.operatingSystemCode]),
  resolution: text((visit) => [visit.device.resolution]),
}

const CUSTOM = /^dimension([1-9]\d{0,2})$/

export const DIMENSION_NAMES: readonly string[] = Object.keys(DIMENSIONS)

export function dimensionKind(name: string): DimensionKind | undefined {
  return find(name)
}

/** Its values in a visit; what is unknown or empty is none. */
export function readDimension(name: string, visitor: VisitorProfile, visit: VisitProfile): readonly Value[] {
  const dimension = find(name)
  if (!dimension) throw new Error(`${name} is no dimension; only segments that were parsed may be asked`)
  return dimension
    .read(visit, visitor)
    .filter((value) => value !== null)
    .filter((value) => value !== '')
}

function find(name: string): Dimension | undefined {
  if (Object.hasOwn(DIMENSIONS, name)) return DIMENSIONS[name]
  const custom = CUSTOM.exec(name)
  return custom ? text((visit) => [visit.dimensions[Number(custom[1])] ?? null]) : undefined
}
