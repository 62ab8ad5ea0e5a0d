import type { Live } from '@portico/client/live'
import type { Page } from '@portico/protocol/conversations'
import type { Fleeting } from '@portico/protocol/fleeting'
import type { Topic } from '@portico/protocol/topics'

/** `here` on a page, as far as it is told, and when he did something last; `away` since then, or since before anybody looked. */
export type VisitorPresence =
  | { state: 'here'; page: Page | undefined; actedAt: number | undefined }
  | { state: 'away'; since: number | null }

/** Whether the visitors of conversations one looks at are on the site, and where. Nothing of it is kept anywhere. */
export type VisitorPresences = {
  of: (topic: Topic) => VisitorPresence | undefined
  subscribe: (changed: () => void) => () => void
  close: () => void
}

export function openVisitorPresences(live: Pick<Live, 'onFleeting' | 'clockSkewMs'>): VisitorPresences {
  const presences = new Map<Topic, VisitorPresence>()
  const listeners = new Set<() => void>()
  const close = live.onFleeting((topic, message) => {
    if (message.type === 'visitor.away') presences.set(topic, { state: 'away', since: message.since })
    else if (message.type === 'visitor.here')
      presences.set(topic, { state: 'here', page: message.page, actedAt: message.actedAt })
    else if (isAct(message)) act(topic)
    else return
    for (const changed of listeners) changed()
  })
  function act(topic: Topic): void {
    const known = presences.get(topic)
    if (known?.state === 'here') presences.set(topic, { ...known, actedAt: Date.now() + live.clockSkewMs() })
  }
  return {
    of: (topic) => presences.get(topic),
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    close,
  }
}

/** He types: he does something. */
const isAct = (message: Fleeting): boolean =>
  message.type === 'draft' || (message.type === 'typing' && message.who.kind === 'visitor')
