import type { ConversationId } from '@portico/protocol/ids'
import { useAction } from '../actions/use-action.ts'
import { movedTo } from '../conversations/arranged.ts'
import { useInbox } from '../conversations/inbox-context.tsx'
import { PLACES_MAX } from '../preferences/preferences.ts'
import { usePreferences, useSetPreferences } from '../preferences/use-preferences.ts'
import { neighbour } from './neighbour.ts'

export type Moves = {
  /** Puts one where another stands. */
  put: (conversation: string, target: string) => void
  /** One place up or down. */
  step: (conversation: string, by: 1 | -1) => void
}

/** How one's own conversations are put into an order of one's own; undefined where they stand by what has moved last. */
export function useMoves(current: ConversationId | undefined): Moves | undefined {
  const { mine } = useInbox().inbox
  const { order } = usePreferences()
  const set = useSetPreferences()
  const ids = mine.map(({ id }): string => id)
  const put: Moves['put'] = (conversation, target) => set({ places: movedTo(ids, conversation, target).slice(0, PLACES_MAX) })
  const step: Moves['step'] = (conversation, by) => {
    const target = neighbour(ids, conversation, by)
    if (target !== undefined) put(conversation, target)
  }
  const moves = order === 'movement' ? undefined : { put, step }
  const own = moves && current !== undefined && ids.includes(current) ? current : undefined
  useAction('move-up', own && (() => step(own, -1)))
  useAction('move-down', own && (() => step(own, 1)))
  return moves
}
