import type { VisitorId } from '@portico/protocol/ids'
import type { VisitorProfile, VisitProfile } from './visitor-profile.ts'

/** Vera, with a visit for each of the given differences from one in which nothing is known, and nothing was done. */
export function veraWith(...visits: readonly Partial<VisitProfile>[]): VisitorProfile {
  return {
    id: 'vera' as VisitorId, // a test's own id
    userId: null,
    visits: visits.map((visit) => ({ ...NOTHING_KNOWN, ...visit })),
  }
}

const NOTHING_KNOWN: VisitProfile = {
  count: 1,
  daysSinceFirstVisit: 0,
  daysSinceLastVisit: null,
  daysSinceLastOrder: null,
  startedAt: 0,
  lastActionAt: 0,
  localHour: null,
  siteHour: 0,
  referrer: { type: 'direct', name: null, keyword: null, url: null },
  place: { continentCode: null, countryCode: null, regionCode: null, city: null },
  device: { type: null, browserCode: null, operatingSystemCode: null, resolution: null },
  languageCode: null,
  pages: [],
  searches: [],
  events: [],
  goals: [],
  dimensions: {},
}
