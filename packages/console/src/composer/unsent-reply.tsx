import type { ConversationView } from '@portico/protocol/conversations'
import { Check, Copy, Lock } from 'lucide-react'
import { useState } from 'react'
import { useSendings } from '../conversations/use-sendings.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { copyText } from '../parts/copy-text.ts'
import { Icon } from '../parts/icon.tsx'
import styles from './unsent-reply.module.css'
import { composerTexts } from './texts.ts'
import { useUnsent } from './use-unsent.ts'

/** Words that were to be an answer when the conversation ended: nobody loses them. Where it is taken up again they stand in the composer. */
export function UnsentReply({ view }: { view: ConversationView }) {
  const { composer } = useTexts(composerTexts)
  const sendings = useSendings()
  const [text, setText] = useUnsent(view.id, 'reply')
  const [copied, setCopied] = useState(false)
  if (text.trim() === '') return null
  const keep = () => {
    sendings.send({ conversation: view.id, box: 'note', text })
    setText('')
  }
  return (
    <section className={styles['unsent']} aria-label={composer.unsent}>
      <b>{composer.unsent}</b>
      <p dir="auto">{text}</p>
      <div className={styles['actions']}>
        <Button small onClick={keep}>
          <Icon of={Lock} size="xs" />
          {composer.unsentNote}
        </Button>
        <Button small onClick={() => void copyText(text).then(() => setCopied(true))}>
          <Icon of={copied ? Check : Copy} size="xs" />
          <span role="status">{copied ? composer.copied : composer.copy}</span>
        </Button>
        <Button small look="plain" onClick={() => setText('')}>
          {composer.discard}
        </Button>
      </div>
    </section>
  )
}
