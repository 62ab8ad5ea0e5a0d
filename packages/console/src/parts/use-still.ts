import { useEffect, useState } from 'react'

/** Somebody has stopped typing when he has for so long. */
const STILL_MS = 150

/** What somebody types, when he has stopped. */
export function useStill(text: string): string {
  const [still, setStill] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setStill(text), STILL_MS)
    return () => clearTimeout(timer)
  }, [text])
  return still
}
