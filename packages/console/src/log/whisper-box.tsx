import { Ear } from 'lucide-react'
import { conversationsTexts } from '../conversations/texts.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import { isolated } from '../parts/isolated.ts'
import { Said } from '../parts/said.tsx'
import type { LogItem } from './log-items.ts'
import styles from './note-box.module.css'

type WhisperItem = Extract<LogItem, { kind: 'whisper' }>

/** What one colleague said to another; nobody else here reads it. */
export function WhisperBox({ item: { whisper, own } }: { item: WhisperItem }) {
  const { conversation } = useTexts(conversationsTexts)
  const format = useFormat()
  const { from, to, at, text } = whisper
  const title = own ? conversation.whisperTo(isolated(to.name)) : conversation.whispersToYou(isolated(from.name))
  return (
    <article className={styles['note']} aria-label={title}>
      <header>
        <Icon of={Ear} size="xs" />
        <b className="cut">{title}</b>
        <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
          {format.time(at)}
        </time>
      </header>
      <p className={styles['text']} dir="auto">
        <Said text={text} />
      </p>
    </article>
  )
}
