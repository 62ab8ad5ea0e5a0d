import type { ConversationId, OperatorId } from '@portico/protocol/ids'
import { useCallback, useSyncExternalStore } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import type { Box } from '../conversations/sending.ts'
import { draftKey, keepDraft, onDraft, readDraft } from '../session/drafts.ts'

/** What one is writing, kept for each conversation and box while the tab lives: nobody finds what another has left. */
export function useUnsent(conversation: ConversationId, box: Box): [string, (text: string) => void] {
  const key = draftKey(useMyId(), box, conversation)
  const text = useSyncExternalStore(onDraft, () => readDraft(key))
  return [text, useCallback((next: string) => keepDraft(key, next), [key])]
}

/** Where one goes on writing: in the note, where that alone is half written. */
export const unsentBox = (me: OperatorId, conversation: ConversationId): Box =>
  readDraft(draftKey(me, 'reply', conversation)) === '' && readDraft(draftKey(me, 'note', conversation)) !== '' ? 'note' : 'reply'
