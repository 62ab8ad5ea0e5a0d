import { conversationsTexts } from '../conversations/texts.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import styles from './bar.module.css'

/** Stands where the composer stood, once a conversation has ended. */
export function ClosedBar({ at }: { at: number }) {
  const { conversation } = useTexts(conversationsTexts)
  const format = useFormat()
  return (
    <footer className={styles['bar']}>
      <p>{conversation.closedAt(format.dateTime(at))}</p>
    </footer>
  )
}
