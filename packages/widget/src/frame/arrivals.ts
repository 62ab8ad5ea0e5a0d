import { tintOf } from '@portico/protocol/tint'
import type { Counted, FromFrame, Said } from '../bridge.ts'
import type { ChatLine, ChatView } from '@portico/protocol/conversations'
import type { LineId } from '@portico/protocol/ids'
import { EXCERPT_CODE_POINTS_MAX } from '@portico/protocol/limits'
import type { openMarks } from './marks.ts'
import { cut } from './sendable.ts'

const ANNOUNCED_MAX = 10

type Given = {
  marks: ReturnType<typeof openMarks>
  say: (message: FromFrame) => void
  ring: () => void
  /** Something of the staff has arrived. */
  arrived: () => void
  tellRead: (chat: ChatView, line: LineId) => void
}

export type Look = { chat: ChatView | undefined; attentive: boolean; open: boolean; known: boolean; unsent: boolean }

/** What has arrived since the visitor last looked: counted, marked, announced once, and told to the page. */
export function openArrivals({ marks, say, ring, arrived, tellRead }: Given) {
  let firstNew: LineId | undefined
  let announced: readonly (readonly ChatLine[])[] = []
  let told = ''

  function tell(counted: Counted) {
    const text = JSON.stringify(counted)
    if (text !== told) say(counted)
    told = text
  }

  return {
    unread: (lines: readonly ChatLine[]) => marks.unread(lines).length,
    firstNew: () => firstNew,
    /** Each arrival once, as it came: one line, or the many of a catch-up. */
    announced: () => announced,
    /** Who answers has seen what is new. */
    answered: () => {
      firstNew = undefined
    },
    look: ({ chat, attentive, open, known, unsent }: Look) => {
      const lines = chat?.lines ?? []
      const { lines: fresh, first } = marks.hear(lines)
      const last = fresh.at(-1)
      const unread = marks.unread(lines)
      const lastUnread = unread.at(-1)
      if (attentive && chat && lastUnread) {
        marks.markRead(lastUnread)
        tellRead(chat, lastUnread.id)
      }
      if (lastUnread && !attentive) firstNew ??= unread[0]?.id
      if (!lastUnread && !open) firstNew = undefined
      if (last) arrived()
      if (last) announced = [...announced, fresh].slice(-ANNOUNCED_MAX)
      if (first) ring()
      tell({ type: 'counted', known: known || unread.length > 0, unread: attentive ? 0 : unread.length, unsent })
      if (last) say({ type: 'said', said: saidOf(last) })
    },
  }
}

const saidOf = (line: ChatLine): Said =>
  line.author.kind === 'operator'
    ? { author: line.author.name, excerpt: excerptOf(line), tint: tintOf(line.author.id) }
    : { author: '', excerpt: excerptOf(line) }

const excerptOf = ({ body }: ChatLine): string =>
  body.kind === 'message' ? cut(body.text.replace(/\s+/g, ' '), EXCERPT_CODE_POINTS_MAX) : ''
