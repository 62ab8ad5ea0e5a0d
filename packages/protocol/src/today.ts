// How today goes, beside the same weekday of the weeks before: what Home begins with. Days are those of the site's zone.
import * as s from './schema.ts'

/** GET /api/today; `all`: every channel, for those who may see them. */
export const todayQuery = s.object({ channels: s.literal(['mine', 'all']) })

const figures = s.object({
  /** That began. */
  conversations: s.int().min(0),
  /** Of them those that ended before anybody had accepted them. */
  missed: s.int().min(0),
  /** From the beginning to the first answer, the middle one; null where none was answered. */
  firstAnswerMs: s.nullable(s.int().min(0)),
})

export const todayAnswer = s.object({
  zone: s.string(),
  /** So far. */
  today: figures,
  /** A week ago until the same time of day; null where nobody had written by then. */
  lastWeek: s.nullable(figures),
  /** Of each hour of the day how many began, and on average of `weeks` weeks, four at most, on the same weekday. */
  hours: s.array(s.object({ hour: s.int().min(0).max(23), today: s.int().min(0), usual: s.number().min(0) })),
  weeks: s.int().min(0).max(4),
})

export type DayFigures = s.Infer<typeof figures>
export type TodayAnswer = s.Infer<typeof todayAnswer>
