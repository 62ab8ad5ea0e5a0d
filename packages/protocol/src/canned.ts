// Canned responses are texts that are said often, found by a shortcut. One has them for himself, or shares them with channels or
// with everybody. They are asked for where they are used; views only say when that is worth doing again.
import { cannedId, channelId, operatorId } from './ids.ts'
import { language } from './language.ts'
import { CANNED_CODE_POINTS_MAX, CANNED_SHORTCUT_MAX } from './limits.ts'
import * as s from './schema.ts'

const LANGUAGES_MAX = 20
const CHANNELS_MAX = 50

/** Letters, digits, and lines between them, as one types it after two colons. */
const shortcut = s.shaped(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u, CANNED_SHORTCUT_MAX)
/** The first is said where none is in the language of the conversation. */
const texts = s
  .array(s.object({ language, text: s.said(CANNED_CODE_POINTS_MAX) }))
  .min(1)
  .max(LANGUAGES_MAX)
const sharedWith = s.variant('kind', [
  s.object({ kind: s.literal('nobody') }),
  s.object({ kind: s.literal('channels'), channels: s.array(channelId).min(1).max(CHANNELS_MAX) }),
  s.object({ kind: s.literal('everybody') }),
])

/** What of one is written down. */
export const cannedDraft = s.object({ shortcut, texts, sharedWith })

const cannedCommand = s.variant('type', [
  // `version`: the one that was changed, 0 where there was none.
  s.object({ type: s.literal('canned.write'), canned: cannedId, version: s.int().min(0), shortcut, texts, sharedWith }),
  s.object({ type: s.literal('canned.remove'), canned: cannedId }),
  s.object({ type: s.literal('canned.use'), canned: cannedId }),
])

/** `uses` by everybody and `own` by oneself, `usedAt` when somebody did last; `by` who made it. */
const canned = s.object({
  id: cannedId,
  version: s.int(),
  shortcut: s.string(),
  texts: s.array(s.object({ language: s.string(), text: s.string() })),
  sharedWith,
  by: s.object({ id: operatorId, name: s.string() }),
  mayChange: s.boolean(),
  uses: s.int(),
  own: s.int(),
  usedAt: s.nullable(s.instant()),
})
/** GET /api/canned. */
export const cannedAnswer = s.object({ canned: s.array(canned) })

const changedAt = s.instant().default(0)

export const cannedResponses = {
  command: cannedCommand,
  parts: {
    /** When one that is or was shared changed last. */
    settings: s.object({ cannedChangedAt: changedAt }),
    /** When one of his own did. */
    operator: s.object({ ownCannedChangedAt: changedAt }),
  },
}

export type CannedDraft = s.Infer<typeof cannedDraft>
export type Canned = s.Infer<typeof canned>
export type CannedAnswer = s.Infer<typeof cannedAnswer>
export type CannedSharedWith = s.Infer<typeof sharedWith>
export type CannedCommand = s.Infer<typeof cannedCommand>
