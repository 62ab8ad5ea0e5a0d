import { CircleAlert, Clock } from 'lucide-react'
import type { Sending } from '../conversations/sending.ts'
import { conversationsTexts } from '../conversations/texts.ts'
import { useSendings } from '../conversations/use-sendings.ts'
import { useLink } from '../live/use-view.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/icon.tsx'
import { refusalText } from '../requests/request-failure.ts'
import styles from './turn.module.css'

/** A line that is on its way, or did not arrive: then why, and what can be done. */
export function SendingMark({ sending }: { sending: Sending }) {
  const messages = useMessages()
  const { conversation } = useTexts(conversationsTexts)
  const link = useLink()
  const sendings = useSendings()
  if (sending.state === 'failed')
    return (
      <p className={classes(styles['meta'], styles['metaFailed'])} role="alert">
        <Icon of={CircleAlert} size="xs" />
        {conversation.failed(refusalText(messages, sending.reason))}
        {sending.reason === 'closed' && sending.box === 'reply' ? (
          <button type="button" onClick={() => sendings.again(sending.line, 'note')}>
            {conversation.asNote}
          </button>
        ) : (
          <button type="button" onClick={() => sendings.again(sending.line)}>
            {conversation.sendAgain}
          </button>
        )}
        <button type="button" onClick={() => sendings.discard(sending.line)}>
          {conversation.discard}
        </button>
      </p>
    )
  return (
    <p className={styles['meta']}>
      <Icon of={Clock} size="xs" />
      {link.state === 'online' ? conversation.sending : conversation.waitsForLink}
    </p>
  )
}
