import type { Live } from '@portico/client/live'
import { openVisitorLive } from '@portico/client/open-live'
import type { ChannelId } from '@portico/protocol/ids'
import { openHistory, type History } from './history.ts'
import { openSending, type Sending } from './sending.ts'
import type { Storages } from './storages.ts'
import { openTyping, type Typing } from './typing.ts'
import type { ChatView } from '@portico/protocol/conversations'

/** What there is once the visitor has acted: the live state, and what hangs on it. */
export type Connection = {
  live: Live
  history: History
  sending: Sending
  typing: Typing
  chat: () => ChatView | undefined
  close: () => void
}

type Given = { token: string; channel: ChannelId; storages: Storages; changed: () => void }

export function openConnection({ token, channel, storages, changed }: Given): Connection {
  const live = openVisitorLive({ origin: location.origin, token, channel, storage: storages.passing, wake, isVisible })
  const history = openHistory({ token, changed })
  const chat = () => chatOf(live, channel)
  const isThere = (line: string) => history.lines(chat()).some(({ id }) => id === line)
  const sending = openSending({ live, storage: storages.passing, isThere, changed })
  const typing = openTyping({ live, changed })
  const unsubscribe = live.subscribe(changed)
  return {
    live,
    history,
    sending,
    typing,
    chat,
    close: () => {
      unsubscribe()
      sending.close()
      typing.close()
      live.close()
    },
  }
}

/** Nothing of it any more once the server does not take the token. */
function chatOf(live: Live, channel: ChannelId): ChatView | undefined {
  if (live.link().state === 'ended') return undefined
  const you = live.you()
  const visitor = you && live.view(`visitor:${you.id}`)
  const newest = visitor?.conversations.find((one) => one.channel === channel)
  return newest && live.view(`chat:${newest.conversation}`)
}

const isVisible = () => document.visibilityState === 'visible'

// A page that comes back from sleep or from the background asks at once whether its connection is still one.
function wake(woken: () => void, used: () => void): () => void {
  const stop = new AbortController()
  const { signal } = stop
  addEventListener('online', woken, { signal })
  document.addEventListener('visibilitychange', woken, { signal })
  addEventListener('focus', used, { signal })
  return () => stop.abort()
}
