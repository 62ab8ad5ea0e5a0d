import { Temporal } from 'temporal-polyfill'

/** What a visitor did, as far as it decides to which visit it belongs. */
export type Act = { at: number; origin: Origin }
/** Where an act came from: directly, or from the site itself; from elsewhere, such as a search; or from a campaign. */
export type Origin = { state: 'direct' } | { state: 'elsewhere' } | Campaign
export type Campaign = { state: 'campaign'; name: string; keyword: string | null }

export type Visit<A extends Act> = { begunBy: Beginning; origin: Origin; lastActAt: number; acts: readonly A[] }

/** Why an act begins a visit. */
export type Beginning = 'first' | 'idle' | 'midnight' | 'campaign' | 'full'

export const IDLE_MS = 30 * 60_000
export const ACTS_MAX = 10_000

/** One visitor's acts, told apart into visits. Acts of one instant keep the order in which they came. */
export function sessionise<A extends Act>(acts: readonly A[], zone: string): readonly Visit<A>[] {
  const visits: (Visit<A> & { acts: A[] })[] = []
  for (const act of acts.toSorted((a, b) => a.at - b.at)) {
    const last = visits.at(-1)
    const begunBy = beginning(last && { ...last, actCount: last.acts.length }, act, zone)
    if (begunBy) visits.push({ begunBy, origin: act.origin, lastActAt: act.at, acts: [act] })
    else if (last) {
      last.acts.push(act)
      last.lastActAt = act.at
      last.origin = originWith(last.origin, act.origin)
    }
  }
  return visits
}

type VisitSoFar = { lastActAt: number; origin: Origin; actCount: number }

/** Whether an act begins a new visit after this one, and why; null where it belongs to it. */
export function beginning(visit: VisitSoFar | undefined, act: Act, zone: string): Beginning | null {
  if (!visit) return 'first'
  // An act that was tracked late is as late as the last one: it never begins a visit by its time.
  const at = Math.max(act.at, visit.lastActAt)
  if (at - visit.lastActAt >= IDLE_MS) return 'idle'
  if (dayIn(zone, at) !== dayIn(zone, visit.lastActAt)) return 'midnight'
  if (act.origin.state === 'campaign' && isOther(act.origin, visit.origin)) return 'campaign'
  return visit.actCount >= ACTS_MAX ? 'full' : null
}

/** The first origin that a visit knows is its own: a direct entry takes that of a later act. */
function originWith(visit: Origin, act: Origin): Origin {
  return visit.state === 'direct' ? act : visit
}

/** A campaign says nothing new of a visit without an origin; where it has no keyword, that of the visit is meant. */
function isOther(campaign: Campaign, visit: Origin): boolean {
  if (visit.state !== 'campaign') return visit.state === 'elsewhere'
  const isSameKeyword = campaign.keyword === null || folded(campaign.keyword) === folded(visit.keyword)
  return folded(campaign.name) !== folded(visit.name) || !isSameKeyword
}

function folded(text: string | null): string | undefined {
  return text?.toLowerCase()
}

function dayIn(zone: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()
}
