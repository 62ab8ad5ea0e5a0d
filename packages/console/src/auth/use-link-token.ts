import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { keepLinkToken, keptLinkToken, tokenIn } from './link-token.ts'

/** The secret of the link by which somebody came. Once it is read it stands in the address bar no more. */
export function useLinkToken(): string {
  const fresh = tokenIn(useLocation({ select: ({ hash }) => hash }))
  const [kept, setKept] = useState(() => keptLinkToken(history))
  useEffect(() => {
    if (fresh === undefined) return
    setKept(fresh)
    keepLinkToken(history, fresh)
  }, [fresh])
  return fresh ?? kept
}
