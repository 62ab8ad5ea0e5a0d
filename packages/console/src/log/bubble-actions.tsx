import { Check, Copy, Quote } from 'lucide-react'
import { useContext, useState } from 'react'
import { conversationsTexts } from '../conversations/texts.ts'
import { useTexts } from '../messages/language-context.tsx'
import { copyText } from '../parts/copy-text.ts'
import { Icon } from '../parts/icon.tsx'
import { QuoteContext } from './quoting.ts'
import styles from './bubble-actions.module.css'

const SHOWN_MS = 2000

/** What can be done with words that were said; it comes with the pointer, the focus or a tap. */
export function BubbleActions({ text }: { text: string }) {
  const { conversation } = useTexts(conversationsTexts)
  const quote = useContext(QuoteContext)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await copyText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), SHOWN_MS)
  }
  return (
    <span className={styles['actions']}>
      <button type="button" title={conversation.copy} onClick={() => void copy()}>
        <Icon of={copied ? Check : Copy} size="xs" />
        <span className="hidden" role="status">
          {copied ? conversation.copied : conversation.copy}
        </span>
      </button>
      {quote && (
        <button type="button" title={conversation.quote} onClick={() => quote(text)}>
          <Icon of={Quote} size="xs" />
          <span className="hidden">{conversation.quote}</span>
        </button>
      )}
    </span>
  )
}
