import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { lock, useLocked } from '../session/lock.ts'
import { LockScreen } from '../auth/lock-screen.tsx'
import { onOtherTab } from '../session/other-tabs.ts'

/** The whole console, as long as nothing keeps it from being shown. Then it is unmounted: nothing stays behind the lock. */
export function Guarded({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const locked = useLocked()
  useEffect(() => {
    if (locked) queries.clear()
  }, [locked, queries])
  useEffect(() => onOtherTab(({ said }) => said === 'left' && lock('ended')), [])
  if (locked === undefined) return children
  return locked === 'leaving' ? null : <LockScreen by={locked} />
}
