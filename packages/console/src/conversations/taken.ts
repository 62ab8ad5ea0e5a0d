import type { ConversationRowView, Staff } from '@portico/protocol/conversations'
import { createContext } from 'react'

/** How long the list says who was first. */
const SHOWN_MS = 10_000

export type Taken = { row: ConversationRowView; by: Staff; secondsBefore: number }

type TakenRequests = {
  all: () => readonly Taken[]
  add: (taken: Taken) => void
  subscribe: (changed: () => void) => () => void
}

/** Requests I tried to accept and a colleague had. They stay in the list for a while, so that one sees what happened. */
export function openTakenRequests(): TakenRequests {
  let taken: readonly Taken[] = []
  const listeners = new Set<() => void>()
  const keep = (next: readonly Taken[]) => {
    taken = next
    for (const changed of listeners) changed()
  }
  return {
    all: () => taken,
    add: (one) => {
      keep([...taken.filter((other) => other.row.id !== one.row.id), one])
      setTimeout(() => keep(taken.filter((other) => other !== one)), SHOWN_MS)
    },
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}

export const TakenContext = createContext<TakenRequests>(openTakenRequests())

/** How long before my click somebody else's acceptance was stored; 0 when it came while mine was under way. */
export function secondsBefore({ acceptedAt, clickedAt }: { acceptedAt: number; clickedAt: number }): number {
  return Math.max(0, Math.round((clickedAt - acceptedAt) / 1000))
}
