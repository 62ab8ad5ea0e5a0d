import type { Live } from '@portico/client/live'
import type { Staff } from '@portico/protocol/conversations'
import type { ConversationId } from '@portico/protocol/ids'
import { DRAFT_CODE_POINTS_MAX, TYPING_INTERVAL_MS } from '@portico/protocol/limits'
import { cut } from './sendable.ts'

const DRAFT_INTERVAL_MS = 1000
/** A sign of typing is worth as much as two of them are apart. */
const SHOWN_MS = 2 * TYPING_INTERVAL_MS

export type Typing = {
  /** Who of the staff writes. */
  writer: () => Staff | undefined
  /** What was being written has arrived. */
  arrived: () => void
  /** The visitor's text has changed. */
  typed: (typed: { conversation: ConversationId; text: string; previewed: boolean }) => void
  close: () => void
}

export function openTyping({ live, changed }: { live: Live; changed: () => void }): Typing {
  let writer: Staff | undefined
  let forget: ReturnType<typeof setTimeout> | undefined
  let draft: ReturnType<typeof setTimeout> | undefined
  let latest = ''
  let announcedAt = 0

  function show(next: Staff | undefined) {
    clearTimeout(forget)
    if (next) forget = setTimeout(() => show(undefined), SHOWN_MS)
    if (next?.id === writer?.id) return
    writer = next
    changed()
  }

  const unhear = live.onFleeting((topic, message) => {
    if (topic.startsWith('chat:') && message.type === 'typing' && message.who.kind === 'operator') show(message.who)
  })

  return {
    writer: () => writer,
    arrived: () => show(undefined),
    typed: ({ conversation, text, previewed }) => {
      if (text && Date.now() - announcedAt >= TYPING_INTERVAL_MS) {
        announcedAt = Date.now()
        live.sendFleeting({ type: 'typing', conversation, box: 'reply' })
      }
      if (!previewed) return
      const send = () => {
        clearTimeout(draft)
        draft = undefined
        live.sendFleeting({ type: 'draft', conversation, text: cut(latest, DRAFT_CODE_POINTS_MAX) })
      }
      latest = text
      // What has been sent is a draft no longer: that is said at once.
      if (!text) send()
      else draft ??= setTimeout(send, DRAFT_INTERVAL_MS)
    },
    close: () => {
      unhear()
      clearTimeout(forget)
      clearTimeout(draft)
    },
  }
}
