import type { GoalId, VisitorId } from '@portico/protocol/ids'

/** What is known of a visitor. A segment is asked of the visits handed in: of all of them, or of the running one alone. */
export type VisitorProfile = { id: VisitorId; userId: string | null; visits: readonly VisitProfile[] }

export type VisitProfile = {
  /** This is the visitor's how-manieth visit. */
  count: number
  daysSinceFirstVisit: number
  daysSinceLastVisit: number | null
  /** Of orders before this visit. */
  daysSinceLastOrder: number | null
  startedAt: number
  lastActionAt: number
  /** The hour of the first action where the visitor is, and of the last action in the site's time zone; 0 to 23. */
  localHour: number | null
  siteHour: number
  referrer: Referrer
  place: Place
  device: Device
  languageCode: string | null
  /** In the order in which they were looked at. */
  pages: readonly { url: string; title: string }[]
  searches: readonly { keyword: string }[]
  events: readonly { category: string; action: string; name: string | null; value: number | null }[]
  goals: readonly GoalId[]
  /** Matomo's custom dimensions, by their number. */
  dimensions: Readonly<Record<number, string>>
}

export const REFERRER_TYPES = ['direct', 'search', 'website', 'social', 'campaign'] as const

type Referrer = {
  type: (typeof REFERRER_TYPES)[number]
  name: string | null
  keyword: string | null
  url: string | null
}

/** The country as `readCountry` gives it. */
type Place = { continentCode: string | null; countryCode: string | null; regionCode: string | null; city: string | null }

type Device = {
  type: string | null
  browserCode: string | null
  operatingSystemCode: string | null
  resolution: string | null
}
