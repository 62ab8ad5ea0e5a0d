import * as s from './schema.ts'

/** What happens in a conversation, as both sides read it. */
const SEEN_BY_ALL = ['joined', 'left', 'closed', 'expired', 'reopened', 'bear-with-us'] as const

/** What is said to operators alone; `invited`, `declined` and `handed-over` name whom. */
const SEEN_BY_OPERATORS = [
  'moved',
  'joined-as-observer',
  'switched-to-observer',
  'switched-to-participant',
  'invited',
  'declined',
  'handed-over',
] as const

const message = s.object({ kind: s.literal('message'), text: s.string() })
const note = s.object({ kind: s.literal('note'), text: s.string() })
const notice = s.object({
  kind: s.literal('notice'),
  notice: s.literal([...SEEN_BY_ALL, ...SEEN_BY_OPERATORS]),
  whom: s.optional(s.string()),
})

/** Notices have no text: each client says them in its reader's language. */
export const body = s.variant('kind', [message, note, notice])
/** As much of it as a visitor may be told. */
export const bodySeen = s.variant('kind', [message, s.object({ kind: s.literal('notice'), notice: s.literal(SEEN_BY_ALL) })])
