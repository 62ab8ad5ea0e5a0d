import type { ConversationRowView } from '@portico/protocol/conversations'
import { useSyncExternalStore } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { draftKey, onDraft, readDraft } from '../session/drafts.ts'
import styles from './conversation-entry.module.css'
import { inboxTexts } from './texts.ts'

/** What I have half written there, else the newest words and who of us said them. */
export function EntryWords({ row: { id, summary } }: { row: ConversationRowView }) {
  const { inbox } = useTexts(inboxTexts)
  const me = useMyId()
  const draft = useSyncExternalStore(onDraft, () => readDraft(draftKey(me, 'reply', id)) || readDraft(draftKey(me, 'note', id)))
  const by = useView<'settings'>('settings')?.colleagues.find((colleague) => colleague.id === summary.by)
  const mine = summary.by === me
  if (draft !== '') return <Words who={inbox.draft} words={draft} isDraft />
  return <Words who={mine ? inbox.you : by?.name} words={summary.excerpt} />
}

type Said = { who: string | undefined; words: string; isDraft?: boolean }

// Each keeps its own writing direction: neither turns the other around.
const Words = ({ who, words, isDraft = false }: Said) => (
  <p className="cut">
    {who !== undefined && (
      <span className={isDraft ? styles['draft'] : styles['who']}>
        <bdi>{who}</bdi>
        {': '}
      </span>
    )}
    <bdi>{words}</bdi>
  </p>
)
