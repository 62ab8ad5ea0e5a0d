import { CALENDARS_MAX, HOURS_MAX, type ListedHours } from '@portico/protocol/hours'
import type { HoursId } from '@portico/protocol/ids'
import { isDeepStrictEqual } from 'node:util'
import { holds } from '../auth/policy.ts'
import { refuse } from '../platform/capability.ts'
import type { Tx } from '../platform/db/database.ts'
import { internal } from '../platform/internal.ts'
import { targetOf } from '../platform/outbound/target.ts'
import type { HoursEvent } from './events.ts'
import type { HoursCapability } from './index.ts'
import { channelsOf, countCalendars, findCalendar, findHours, readListed, readStanding, standingOf } from './reads.ts'
import { faultsOf, standingAt, type KeptHours } from './standing.ts'

export const commands: HoursCapability['commands'] = {
  'hours.save': async (tx, { hours, of, type: _, ...draft }, { actor, now }) => {
    if (!holds(actor, 'channels') || actor.kind !== 'operator') return refuse('forbidden')
    const found = await findHours(tx, hours)
    if ((found?.version ?? 0) !== of) return refuse('changed')
    if (!found && (await readListed(tx)).length >= HOURS_MAX) return refuse('exists')
    if (faultsOf(draft).length > 0) return refuse('invalid')
    const named = { ...draft, name: draft.name.trim() }
    const saved = { type: 'hours.saved', hours, version: of + 1, draft: named, by: actor.id, at: now() } as const
    const all = await listedWith(tx, { id: hours, name: named.name })
    return [{ ...saved, all }, await turned(tx, { hours, kept: { ...draft, calendars: found?.calendars ?? [] }, at: now() })]
  },
  'hours.remove': async (tx, { hours }, { actor }) => {
    if (!holds(actor, 'channels')) return refuse('forbidden')
    if (!(await findHours(tx, hours))) return refuse('not-found')
    if ((await channelsOf(tx, hours)).length > 0) return refuse('exists')
    return [{ type: 'hours.removed', hours, all: (await readListed(tx)).filter(({ id }) => id !== hours) }]
  },
  'calendar.add': async (tx, { hours, calendar, name, url }, { actor, now }) => {
    if (!holds(actor, 'channels')) return refuse('forbidden')
    const refused = await mayAdd(tx, hours)
    if (refused) return refused
    if (await findCalendar(tx, calendar)) return refuse('exists')
    if (typeof targetOf(url) === 'string') return refuse('invalid')
    const added = { type: 'calendar.added', hours, calendar, name: name.trim(), url, at: now() } as const
    return [{ ...added, all: await listedWith(tx, { id: hours }) }]
  },
  'calendar.read': async (tx, { calendar }, { actor, now }) => {
    if (!holds(actor, 'channels')) return refuse('forbidden')
    const found = await findCalendar(tx, calendar)
    return found?.url ? [{ type: 'calendar.asked', calendar, at: now() }] : refuse('not-found')
  },
  'calendar.remove': async (tx, { calendar }, { actor, now }) => {
    if (!holds(actor, 'channels')) return refuse('forbidden')
    const hours = (await findCalendar(tx, calendar))?.hours
    const kept = hours && (await findHours(tx, hours))
    if (!kept) return refuse('not-found')
    const all = await listedWith(tx, { id: hours })
    const calendars = await daysWithout(tx, hours, calendar)
    return [
      { type: 'calendar.removed', hours, calendar, all },
      await turned(tx, { hours, kept: { ...kept, calendars }, at: now() }),
    ]
  },
  'calendar.due': internal(async (tx, { calendar }, { now }) => {
    const found = await findCalendar(tx, calendar)
    return found?.url ? [{ type: 'calendar.asked', calendar, at: now() }] : refuse('not-found')
  }),
  'calendar.learn': internal(async (tx, { calendar, reading }, { now }) => {
    const hours = (await findCalendar(tx, calendar))?.hours
    const kept = hours && (await findHours(tx, hours))
    if (!kept) return refuse('not-found')
    const learned = { type: 'calendar.learned', hours, calendar, reading, at: now() } as const
    const all = await listedWith(tx, { id: hours })
    // The days of the former reading stay.
    if (reading.state === 'failed') return [{ ...learned, all }]
    const calendars = [...(await daysWithout(tx, hours, calendar)), ...reading.days]
    return [{ ...learned, all }, await turned(tx, { hours, kept: { ...kept, calendars }, at: now() })]
  }),
  'calendar.take': async (tx, { hours, calendar, name, days, leftOut }, { actor, now }) => {
    if (!holds(actor, 'channels')) return refuse('forbidden')
    const refused = await mayAdd(tx, hours)
    if (refused) return refused
    const kept = await findHours(tx, hours)
    if (!kept || (await findCalendar(tx, calendar))) return refuse('exists')
    const taken = { type: 'calendar.taken', hours, calendar, name: name.trim(), days, leftOut, at: now() } as const
    const all = await listedWith(tx, { id: hours })
    return [{ ...taken, all }, await turned(tx, { hours, kept: { ...kept, calendars: [...kept.calendars, ...days] }, at: now() })]
  },
  'hours.turn': internal(async (tx, { hours }, { now }) => {
    const kept = await findHours(tx, hours)
    return kept ? [await turned(tx, { hours, kept, at: now() })] : refuse('not-found')
  }),
  'hours.tell': internal(async (tx, { channel }): Promise<HoursEvent[]> => {
    const standing = await standingOf(tx, channel)
    return isDeepStrictEqual(standing, await readStanding(tx, channel)) ? [] : [{ type: 'hours.told', channel, standing }]
  }),
}

async function mayAdd(tx: Tx, hours: HoursId) {
  if (!(await findHours(tx, hours))) return refuse('not-found')
  return (await countCalendars(tx, hours)) >= CALENDARS_MAX ? refuse('exists') : undefined
}

/** How they stand from now on; channels are told where that is another than they were told before. */
async function turned(tx: Tx, { hours, kept, at }: { hours: HoursId; kept: KeptHours; at: number }): Promise<HoursEvent> {
  const { standing, changesAt } = standingAt(kept, at)
  const having = await channelsOf(tx, hours)
  const told = await Promise.all(having.map((channel) => readStanding(tx, channel)))
  const channels = having.filter((_, index) => !isDeepStrictEqual(told[index], standing))
  return { type: 'hours.turned', hours, standing, changesAt, channels }
}

/** The list of all with a change of one. */
async function listedWith(tx: Tx, { id, name }: { id: HoursId; name?: string }): Promise<ListedHours[]> {
  const all = await readListed(tx)
  const before = all.find((each) => each.id === id)
  const changed = { id, name: name ?? before?.name ?? '', stamp: (before?.stamp ?? 0) + 1 }
  return [...all.filter((each) => each.id !== id), changed].sort((one, other) => (one.id < other.id ? -1 : 1))
}

async function daysWithout(tx: Tx, hours: HoursId, calendar: string) {
  const rows = await tx.selectFrom('hours_calendar').select(['id', 'days']).where('hours_id', '=', hours).orderBy('id').execute()
  return rows.filter(({ id }) => id !== calendar).flatMap(({ days }) => JSON.parse(days) as { date: string; name: string }[]) // as writes.ts has written it
}
