import { CLOSE } from '@portico/protocol/close-codes'
import { useSyncExternalStore } from 'react'
import { forgetDrafts } from './drafts.ts'

/** Why nothing may be shown: the session has ended, the account was withdrawn, or one is signing out oneself. */
export type Locked = 'ended' | 'withdrawn' | 'leaving'

let locked: Locked | undefined
let leaving = false
const listeners = new Set<() => void>()

/** From here on this page shows nothing but why. Only a new page, which asks the server who one is, shows anything again. */
export function lock(why: Locked): void {
  if (why === 'withdrawn') forgetDrafts()
  locked = leaving && why === 'ended' ? 'leaving' : why
  for (const changed of listeners) changed()
}

/** Whoever signs out ends his session himself and need not be told; unless it came to nothing. */
export function expectEnd(expected: boolean): void {
  leaving = expected
  if (!expected && locked === 'leaving') lock('ended')
}

/** The lock that a close code means; undefined where one is still oneself. */
export function lockOf(code: number): Locked | undefined {
  if (code === CLOSE.withdrawn) return 'withdrawn'
  return code === CLOSE.token || code === CLOSE.revoked ? 'ended' : undefined
}

export const useLocked = (): Locked | undefined => useSyncExternalStore(subscribe, () => locked)

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}
