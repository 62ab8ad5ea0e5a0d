import type { ConversationLine, ConversationView } from '@portico/protocol/conversations'
import type { LineId, OperatorId } from '@portico/protocol/ids'
import { useEffect, useRef, useState } from 'react'
import { useAttention } from '../live/use-attention.ts'
import { useMyId } from '../auth/me-context.tsx'
import { useLive } from '../live/live-context.tsx'
import { useView } from '../live/use-view.ts'
import { isMine } from '../conversations/inbox.ts'
import { lineToMark } from './line-to-mark.ts'
import { firstUnread } from './first-unread.ts'

/**
 * Says what I have read, while I look at the end of the log, and remembers where the new lines began when I came or looked
 * away. Those who only look (team, preview) leave no mark.
 */
export function useReadMark(view: ConversationView, atEnd: boolean): LineId | undefined {
  const live = useLive()
  const me = useMyId()
  const attentive = useAttention()
  const marks = useView<'operator'>(`operator:${me}`)?.marks
  const read = marks?.find((mark) => mark.conversation === view.id)?.ordinal ?? 0
  const reading = attentive && atEnd
  const asked = useRef<LineId>(undefined)
  const [newFrom, setNewFrom] = useState(() => newFromOf(view, read))
  const answered = isOwn(view.lines.at(-1), me)
  useEffect(() => {
    if (answered) setNewFrom(undefined)
    else if (!reading) setNewFrom((before) => before ?? newFromOf(view, read))
  }, [reading, answered, view, read])
  const line = reading && isMine(view, me) ? lineToMark(view.lines, read) : undefined
  useEffect(() => {
    if (line === undefined || asked.current === line) return
    asked.current = line
    void live.send({ type: 'read.mark', conversation: view.id, line })
  }, [live, view.id, line])
  return newFrom
}

// Where nothing has been read before, everything is new, and a mark would tell nobody anything.
const newFromOf = (view: ConversationView, read: number): LineId | undefined =>
  read === 0 ? undefined : firstUnread(view.lines, read)?.id

const isOwn = (line: ConversationLine | undefined, me: OperatorId): boolean =>
  line?.author.kind === 'operator' && line.author.id === me
