import type { VisitorCard } from '@portico/protocol/conversations'
import { conversationsTexts } from '../conversations/texts.ts'
import { useNow } from '../live/use-now.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import type { LogItem } from './log-items.ts'
import { LogSeparator } from './log-separator.tsx'
import { NoteBox } from './note-box.tsx'
import { NoticeLine } from './notice-line.tsx'
import { Turn } from './turn.tsx'
import { WhisperBox } from './whisper-box.tsx'

type Props = { item: LogItem; visitor: VisitorCard; openedAt: number }

export function LogItemView({ item, visitor, openedAt }: Props) {
  const { conversation } = useTexts(conversationsTexts)
  switch (item.kind) {
    case 'day':
      return <DayLine at={item.at} />
    case 'new':
      return <LogSeparator look="new">{conversation.newMark}</LogSeparator>
    case 'turn':
      return <Turn turn={item} visitor={visitor} />
    case 'note':
      return <NoteBox note={item} />
    case 'whisper':
      return <WhisperBox item={item} />
    case 'notice':
      return <NoticeLine line={item.line} first={item.first} visitor={visitor} openedAt={openedAt} />
  }
}

function DayLine({ at }: { at: number }) {
  const format = useFormat()
  const now = useNow()
  return <LogSeparator>{format.dayName(at, now)}</LogSeparator>
}
