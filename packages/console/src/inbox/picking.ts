import type { ConversationId } from '@portico/protocol/ids'
import { useState } from 'react'

/** One card while several are picked. */
export type Pick = { picked: boolean; toggle: () => void }

type Picking = {
  /** Undefined while nobody picks. */
  picked: ReadonlySet<ConversationId> | undefined
  begin: () => void
  end: () => void
  pickOf: (conversation: ConversationId) => Pick | undefined
}

/** Several requests at once. What is gone meanwhile is picked no more. */
export function usePicking(shown: readonly ConversationId[]): Picking {
  const [chosen, setChosen] = useState<ReadonlySet<ConversationId>>()
  const picked = chosen && new Set(shown.filter((id) => chosen.has(id)))
  return {
    picked,
    begin: () => setChosen(new Set()),
    end: () => setChosen(undefined),
    pickOf: (conversation) =>
      picked && {
        picked: picked.has(conversation),
        toggle: () => {
          const next = new Set(picked)
          if (!next.delete(conversation)) next.add(conversation)
          setChosen(next)
        },
      },
  }
}
