import { useRef } from 'preact/hooks'
import { fill } from '../messages/words.ts'
import type { ComponentProps } from './component-props.ts'

/** A break so short is nobody's concern. */
const QUIET_MS = 1500

/** Shown from the loss of the connection until it is back, through all tries between. */
export function ConnectionNotice({ visit, words }: ComponentProps) {
  const lost = useRef<string>(undefined)
  const live = visit.connection()?.live
  const link = live?.link()
  if (link?.state !== 'waiting' && link?.state !== 'connecting') lost.current = undefined
  if (link?.state === 'waiting' && Date.now() - link.since > QUIET_MS)
    lost.current = link.limit ? words.texts.tooMuchAtOnce : words.texts.connectionLost
  if (!lost.current || !link) return null
  const seconds = link.state === 'waiting' ? Math.max(0, Math.ceil((link.nextTryAt - Date.now()) / 1000)) : 0
  const time = new Intl.RelativeTimeFormat(words.locale, { numeric: 'auto' }).format(seconds, 'second')
  return (
    <div class="notice notice-line" role="status">
      <span>{fill(lost.current, { time })}</span>
      <button class="link" type="button" onClick={() => live?.tryNow()}>
        {words.texts.tryNow}
      </button>
    </div>
  )
}
