import type { DraftedHours, HoursCommand as PublicCommand, ListedHours, Standing } from '@portico/protocol/hours'
import type { CalendarId, ChannelId, HoursId, OperatorId } from '@portico/protocol/ids'

/** What a reading of a calendar came to. */
export type CalendarReading =
  | { state: 'read'; days: readonly CalendarDate[]; leftOut: number }
  | { state: 'failed'; fault: { place: string; fault: string; seen: string } }
export type CalendarDate = { date: string; name: string }

type InternalCommand =
  | { type: 'calendar.due'; calendar: CalendarId }
  | { type: 'calendar.learn'; calendar: CalendarId; reading: CalendarReading }
  | { type: 'calendar.take'; hours: HoursId; calendar: CalendarId; name: string; days: readonly CalendarDate[]; leftOut: number }
  | { type: 'hours.turn'; hours: HoursId }
  | { type: 'hours.tell'; channel: ChannelId }

export type HoursCommand = PublicCommand | InternalCommand

type Changed = { hours: HoursId; all: readonly ListedHours[] }

/** `all` are those that there are afterwards, as the list of all says them. */
export type HoursEvent =
  | (Changed & { type: 'hours.saved'; version: number; draft: DraftedHours; by: OperatorId; at: number })
  | (Changed & { type: 'hours.removed' })
  | (Changed & { type: 'calendar.added'; calendar: CalendarId; name: string; url: string; at: number })
  | (Changed & {
      type: 'calendar.taken'
      calendar: CalendarId
      name: string
      days: readonly CalendarDate[]
      leftOut: number
      at: number
    })
  | (Changed & { type: 'calendar.learned'; calendar: CalendarId; reading: CalendarReading; at: number })
  | (Changed & { type: 'calendar.removed'; calendar: CalendarId })
  /** It is asked for again: now, and a day later. */
  | { type: 'calendar.asked'; calendar: CalendarId; at: number }
  /** How they stand from now on, until they change; `channels` are those that are told, where it is another than before. */
  | { type: 'hours.turned'; hours: HoursId; standing: Standing; changesAt: number; channels: readonly ChannelId[] }
  /** A channel has other hours, or none. */
  | { type: 'hours.told'; channel: ChannelId; standing: Standing | null }

declare module '../platform/capability.ts' {
  interface InternalCommands {
    hours: InternalCommand
  }
  interface Events {
    hours: HoursEvent
  }
}
