import { useSearch } from '@tanstack/react-router'
import { useMemo, useState, useSyncExternalStore } from 'react'
import type { Dock } from '../welcome/dock-context.ts'

/** Room for the list, a conversation and the visitor's side. */
const WIDE = '(min-width: 1180px)'
const wide = matchMedia(WIDE)

/** Whoever has just set up has the visitor's side beside the inbox at once; others open it. It goes where there is no room. */
export function useDocking(): Dock {
  const { welcome } = useSearch({ strict: false })
  const [wished, setWished] = useState(welcome === 'first')
  const possible = useSyncExternalStore(subscribe, () => wide.matches)
  return useMemo(
    () => ({ docked: wished && possible, possible, open: () => setWished(true), close: () => setWished(false) }),
    [wished, possible],
  )
}

function subscribe(changed: () => void): () => void {
  wide.addEventListener('change', changed)
  return () => wide.removeEventListener('change', changed)
}
