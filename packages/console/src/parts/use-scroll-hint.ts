import { type RefObject, useEffect, useState } from 'react'

/** So near to an end counts as the end. */
const END_PX = 2

/** At which ends a row goes on out of sight; what is current in it is brought into sight, also where the row is narrow. */
export function useScrollHint(row: RefObject<HTMLElement | null>, current: string): { before: boolean; after: boolean } {
  const [hint, setHint] = useState({ before: false, after: false })
  useEffect(() => {
    const element = row.current
    if (!element) return undefined
    const look = () => {
      const from = Math.abs(element.scrollLeft)
      const before = from > END_PX
      const after = from + element.clientWidth < element.scrollWidth - END_PX
      setHint((known) => (known.before === before && known.after === after ? known : { before, after }))
    }
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [row])
  useEffect(() => {
    row.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [row, current])
  return hint
}
