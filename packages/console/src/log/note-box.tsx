import { Lock } from 'lucide-react'
import { conversationsTexts } from '../conversations/texts.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import { Said } from '../parts/said.tsx'
import type { LogItem } from './log-items.ts'
import styles from './note-box.module.css'
import { SendingMark } from './sending-mark.tsx'

type NoteItem = Extract<LogItem, { kind: 'note' }>

/** What operators tell each other; the visitor never sees it. */
export function NoteBox({ note }: { note: NoteItem }) {
  const { conversation } = useTexts(conversationsTexts)
  const format = useFormat()
  const name = note.own ? conversation.you : note.author.kind === 'operator' ? note.author.name : conversation.automatic
  return (
    <article className={styles['note']} aria-label={conversation.noteBy(name)}>
      <header>
        <Icon of={Lock} size="xs" />
        <b className="cut">
          <bdi>{name}</bdi>
        </b>
        <span className="cut">{conversation.note}</span>
        <time dateTime={new Date(note.at).toISOString()} title={format.dateTime(note.at)}>
          {format.time(note.at)}
        </time>
      </header>
      <p className={styles['text']} dir="auto">
        <Said text={note.text} />
      </p>
      {note.sending && note.sending.state !== 'sent' && <SendingMark sending={note.sending} />}
    </article>
  )
}
