import type { Live } from '@portico/client/live'
import { openVisitorLive } from '@portico/client/open-live'
import type { ChannelId } from '@portico/protocol/ids'
import { openSending, type Sending } from './sending.ts'
import type { Storages } from './storages.ts'
import { openTyping, type Typing } from './typing.ts'
import type { ChatLine, ChatView, Page } from '@portico/protocol/conversations'

/** A break so short is nobody's concern. */
const QUIET_MS = 1500

/** What there is once the visitor has acted: the live state, and what hangs on it. */
export type Connection = {
  live: Live
  sending: Sending
  typing: Typing
  /** The newest conversation here, as the server tells it. */
  view: () => ChatView | undefined
  /** From its loss until it is back, through all tries between. */
  lost: () => 'lost' | 'limited' | undefined
  close: () => void
}

type Given = {
  token: string
  channel: ChannelId
  storages: Storages
  page: () => Page | undefined
  lines: () => readonly ChatLine[]
  changed: () => void
}

export function openConnection({ token, channel, storages, page, lines, changed }: Given): Connection {
  // A proxy may have put the server below a path of its own.
  const origin = new URL('.', location.href).href.slice(0, -1)
  const live = openVisitorLive({ origin, token, channel, storage: storages.passing, wake, isVisible, page })
  const isThere = (line: string) => lines().some(({ id }) => id === line)
  const sending = openSending({ live, storage: storages.passing, isThere, changed })
  const typing = openTyping({ live, changed })
  const unsubscribe = live.subscribe(changed)
  let lost: ReturnType<Connection['lost']>
  return {
    live,
    sending,
    typing,
    view: () => viewOf(live, channel),
    lost: () => {
      const link = live.link()
      if (link.state !== 'waiting' && link.state !== 'connecting') lost = undefined
      if (link.state === 'waiting' && Date.now() - link.since > QUIET_MS) lost = link.limit ? 'limited' : 'lost'
      return lost
    },
    close: () => {
      unsubscribe()
      sending.close()
      typing.close()
      live.close()
    },
  }
}

/** Nothing of it any more once the server does not take the token. */
function viewOf(live: Live, channel: ChannelId): ChatView | undefined {
  if (live.link().state === 'ended') return undefined
  const you = live.you()
  const visitor = you && live.view(`visitor:${you.id}`)
  const newest = visitor?.conversations.find((one) => one.channel === channel)
  return newest && live.view(`chat:${newest.conversation}`)
}

const isVisible = () => document.visibilityState === 'visible'

// A page that comes back from sleep or from the background asks at once whether its connection is still one.
function wake(woken: () => void, used: () => void, offline: () => void): () => void {
  const stop = new AbortController()
  const { signal } = stop
  addEventListener('online', woken, { signal })
  addEventListener('offline', offline, { signal })
  document.addEventListener('visibilitychange', woken, { signal })
  addEventListener('focus', used, { signal })
  return () => stop.abort()
}
