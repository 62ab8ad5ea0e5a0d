import { CloudOff, WifiOff } from 'lucide-react'
import { CLOSE } from '@portico/protocol/close-codes'
import type { ToldLimit } from '@portico/protocol/session'
import { useNow } from '../live/use-now.ts'
import { useFormat, useMessages } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from '../parts/banner.module.css'
import { useLive } from '../live/live-context.tsx'
import { useLostSince } from './use-lost-since.ts'
import { useLink } from '../live/use-view.ts'

/** Only when something is wrong: since when, what happens next, what one can do. */
export function ConnectionBanner() {
  const link = useLink()
  const since = useLostSince()
  if (link.state === 'ended') return <EndedBanner code={link.code} />
  if (since === undefined) return null
  const { nextTryAt, limit } = link.state === 'waiting' ? link : {}
  return <LostBanner since={since} nextTryAt={nextTryAt} limit={limit} />
}

type Lost = { since: number; nextTryAt: number | undefined; limit: ToldLimit | undefined }

function LostBanner({ since, nextTryAt, limit }: Lost) {
  const { link: words } = useMessages()
  const format = useFormat()
  const live = useLive()
  useNow()
  const seconds = nextTryAt === undefined ? 0 : Math.max(0, Math.ceil((nextTryAt - Date.now()) / 1000))
  return (
    <div className={styles['banner']}>
      <Icon of={WifiOff} />
      <p>
        <b role="status">{limit ? words.limited[limit] : words.lost(format.time(since))}</b>{' '}
        {seconds > 0 ? words.nextTry(seconds) : words.trying}
      </p>
      <button type="button" onClick={live.tryNow}>
        {words.tryNow}
      </button>
    </div>
  )
}

function EndedBanner({ code }: { code: number }) {
  const { link: words } = useMessages()
  const { text, action, go } = endedBy(code, words)
  return (
    <div className={styles['banner']} role="alert">
      <Icon of={CloudOff} />
      <p>
        <b>{text}</b>
      </p>
      <button type="button" onClick={go}>
        {action}
      </button>
    </div>
  )
}

function endedBy(code: number, words: ReturnType<typeof useMessages>['link']) {
  const reload = () => location.reload()
  if (code === CLOSE.reload) return { text: words.outdated, action: words.reload, go: reload }
  return { text: words.refused, action: words.reload, go: reload }
}
