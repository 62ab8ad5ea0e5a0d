import { type RefObject, useEffect, useRef } from 'react'
import { conversationsTexts } from '../conversations/texts.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import styles from './log.module.css'

type Props = { more: boolean; isFetching: boolean; failed: boolean; load: () => void; root: RefObject<HTMLElement | null> }

/** Older lines come when one scrolls near to the oldest, or by the button. */
export function OlderLines({ more, isFetching, failed, load, root }: Props) {
  const { conversation } = useTexts(conversationsTexts)
  const button = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!more || isFetching || failed || !button.current) return undefined
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && load(), {
      root: root.current,
      rootMargin: '200px 0px 0px',
    })
    observer.observe(button.current)
    return () => observer.disconnect()
  }, [more, isFetching, failed, load, root])
  if (!more) return null
  return (
    <div ref={button} className={styles['older']}>
      {failed && <p role="alert">{conversation.olderFailed}</p>}
      <Button look="plain" small onClick={load} aria-busy={isFetching}>
        {failed ? conversation.tryAgain : conversation.older}
      </Button>
    </div>
  )
}
