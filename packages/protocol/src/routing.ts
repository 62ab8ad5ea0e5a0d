// How the requests of a channel find somebody. By the inbox: they wait, and the first who accepts has it. Automatically: each is
// offered to the operator who fits best and has room; who does not take it in time, or declines, is followed by the next. By everyone:
// whoever writes first has it. What nobody has taken for a while may go to another channel; visitors who wait are told as much as
// the channel says.
import { channelId, labelId, operatorId } from './ids.ts'
import * as s from './schema.ts'

const OFFER_MS_MIN = 5000
const OFFER_MS_MAX = 5 * 60 * 1000
const OFFER_MS_DEFAULT = 30_000
const UNTAKEN_MS_MAX = 60 * 60 * 1000
const UNTAKEN_MS_DEFAULT = 2 * 60 * 1000

const channelPart = {
  schema: s.object({
    assigns: s.literal(['inbox', 'automatic', 'everyone']),
    /** For so long an offer is one operator's. */
    offerMs: s.int().min(OFFER_MS_MIN).max(OFFER_MS_MAX),
    /** Who met the visitor within seven days is asked first. */
    prefersPrevious: s.boolean(),
    /** Who has just been given one rests for two minutes, where somebody else fits as well. */
    restsAfterNew: s.boolean(),
    /** What becomes of a request that nobody has taken for `untakenMs`: it waits on, or goes to `untakenTo`. */
    untaken: s.literal(['waits', 'moves']),
    untakenMs: s.int().min(0).max(UNTAKEN_MS_MAX),
    untakenTo: s.nullable(channelId),
    /** What visitors who wait are told: their place and how long it may take, their place alone, or nothing. */
    tellsQueue: s.literal(['estimate', 'place', 'nothing']),
  }),
  defaults: {
    assigns: 'inbox',
    offerMs: OFFER_MS_DEFAULT,
    prefersPrevious: true,
    restsAfterNew: true,
    untaken: 'waits',
    untakenMs: UNTAKEN_MS_DEFAULT,
    untakenTo: null,
    tellsQueue: 'estimate',
  },
  public: [],
} as const

export const routing = { channelPart, parts: {} }

/** GET /api/channels/:id/candidates: an invented visitor. `previous`: who met him last. */
export const candidatesQuery = s.object({
  language: s.optional(s.text(35)),
  country: s.optional(s.shaped(/^[A-Z]{2}$/, 2)),
  expertise: s.optional(labelId),
  previous: s.optional(operatorId),
})

const candidate = s.object({
  operator: operatorId,
  name: s.string(),
  /** Whose turn it would be, 1 first; null: he would not be asked. */
  place: s.nullable(s.int().min(1)),
  /** By what he stands there, or why he does not. */
  reason: s.literal([
    'previous',
    'language and all expertise',
    'language and some expertise',
    'language',
    'country and all expertise',
    'country and some expertise',
    'country',
    'all expertise',
    'some expertise',
    'everybody',
    'full-in-channel',
    'full',
    'in-call',
    'away',
    'unavailable',
    'logged-out',
  ]),
  held: s.int().min(0),
  limit: s.nullable(s.int().min(1)),
  /** When he was given the last one that is still open, where that is so short ago that others come first. */
  restsSince: s.nullable(s.instant()),
  /** Since when he has done nothing in any console, where that is so long ago that he is not asked. */
  awaySince: s.nullable(s.instant()),
})
export const candidatesAnswer = s.object({ candidates: s.array(candidate), figures: offerFigures() })

/** Of the last seven days: requests that were offered to somebody, and whose visitor left while he waited. */
function offerFigures() {
  const count = s.int().min(0)
  return s.object({ offered: count, takenAtFirst: count, takenLater: count, notTaken: count, abandoned: count })
}

/**
 * GET /api/queues: how long a visitor who began now would wait in each of the channels that one sees, or in all for those who
 * administer. `minutes`: as visitors are told them, null where that is not known.
 */
export const queuesAnswer = s.object({
  queues: s.array(
    s.object({
      channel: channelId,
      wait: s.variant('state', [
        s.object({ state: s.literal('at-once') }),
        s.object({
          state: s.literal('waits'),
          place: s.int().min(1),
          minutes: s.nullable(s.object({ from: s.int().min(0), to: s.int().min(1) })),
        }),
        s.object({ state: s.literal('nobody') }),
        s.object({ state: s.literal('closed'), opens: s.nullable(s.instant()) }),
      ]),
    }),
  ),
})

export type QueuesAnswer = s.Infer<typeof queuesAnswer>
export type CandidatesAnswer = s.Infer<typeof candidatesAnswer>
