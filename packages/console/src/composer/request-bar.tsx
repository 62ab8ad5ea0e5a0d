import type { ConversationRowView } from '@portico/protocol/conversations'
import { conversationsTexts } from '../conversations/texts.ts'
import { useAccept } from '../conversations/use-accept.ts'
import { useMayAccept } from '../conversations/use-may-accept.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { KeyCap } from '../parts/key-cap.tsx'
import styles from './bar.module.css'
import { composerTexts } from './texts.ts'

/** Stands where the composer will stand while nobody has accepted. */
export function RequestBar({ row }: { row: ConversationRowView | undefined }) {
  const { conversation } = useTexts(conversationsTexts)
  const { composer } = useTexts(composerTexts)
  const accept = useAccept()
  const mayAccept = useMayAccept()
  const isTheirs = row !== undefined && !mayAccept(row.channel)
  const before = row?.phase.state === 'requested' ? row.phase.before : []
  const names = useFormat().list(before.map(({ name }) => name))
  return (
    <footer className={styles['bar']}>
      <p>{isTheirs ? conversation.mayNotAccept : names === '' ? conversation.requestBar : conversation.requestAgain(names)}</p>
      {row && (
        <Button look="main" disabled={isTheirs} onClick={() => accept(row)} aria-keyshortcuts="a">
          {composer.accept}
          <KeyCap name="A" />
        </Button>
      )}
    </footer>
  )
}
