import type { ConversationId } from '@portico/protocol/ids'
import type { Whisper } from '@portico/protocol/whispers'
import { useEffect } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import { useLive } from '../live/live-context.tsx'
import { useView } from '../live/use-view.ts'

const NONE: readonly never[] = []

/** What is whispered to me and by me in a conversation, kept up to date while it is looked at. */
export function useWhispers(conversation: ConversationId): readonly Whisper[] {
  const live = useLive()
  const topic = `aside:${conversation}.${useMyId()}` as const
  useEffect(() => live.watch(topic), [live, topic])
  return useView<'aside'>(topic)?.whispers ?? NONE
}
