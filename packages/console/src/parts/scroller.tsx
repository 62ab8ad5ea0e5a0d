import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { ScrollerContext } from './windowed-rows.tsx'

/** An element that scrolls lists of which only a part exists. */
export function Scroller({ className, children }: { className?: string | undefined; children: ReactNode }) {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const content = useRef<HTMLDivElement>(null)
  const [revision, setRevision] = useState(0)
  useEffect(() => {
    const observer = new ResizeObserver(() => setRevision((before) => before + 1))
    if (content.current) observer.observe(content.current)
    return () => observer.disconnect()
  }, [])
  const scroller = useMemo(() => ({ element, revision }), [element, revision])
  return (
    <div ref={setElement} className={className} style={{ position: 'relative', overflowY: 'auto', minHeight: 0 }}>
      <div ref={content}>
        <ScrollerContext value={scroller}>{children}</ScrollerContext>
      </div>
    </div>
  )
}
