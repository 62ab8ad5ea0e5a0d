import type { ChatView } from '@portico/protocol/conversations'
import { useEffect, useRef } from 'preact/hooks'
import type { ComponentProps } from './component-props.ts'

const AHEAD = '200px'

/** Above the first line: fetches the page before it when it comes into sight. */
export function Older({ visit, words: { texts }, chat }: ComponentProps & { chat: ChatView }) {
  const mark = useRef<HTMLDivElement>(null)
  const history = visit.connection()?.history
  const state = history?.state(chat)
  const load = () => void history?.loadOlder(chat)

  useEffect(() => {
    if (state !== 'more' || !mark.current) return undefined
    const watcher = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && load(), {
      rootMargin: AHEAD,
    })
    watcher.observe(mark.current)
    return () => watcher.disconnect()
  }, [state])

  return (
    <div ref={mark} class="older">
      {state === 'loading' && texts.earlier}
      {state === 'failed' && (
        <span>
          {texts.earlierFailed}{' '}
          <button class="link" type="button" onClick={load}>
            {texts.tryAgain}
          </button>
        </span>
      )}
    </div>
  )
}
