import type { LimitHits } from './limit-hits.ts'
import { SOCKETS_WITHOUT_HELLO, SOCKETS_WITHOUT_HELLO_PER_PREFIX } from './limits.ts'

type SilentSockets = {
  /** One more is open and has not said who it is; the returned function is called when it has, or is gone. */
  add: (prefix: string, drop: () => void) => () => void
}

/** Those that have said no hello have few places, of one address and in all: the oldest makes room for the newest. */
export function openSilentSockets(limitHits: LimitHits): SilentSockets {
  const all = new Set<() => void>()
  const ofPrefix = new Map<string, Set<() => void>>()

  function dropOldest(silent: Set<() => void>, most: number) {
    if (silent.size <= most) return
    const [oldest] = silent
    limitHits.hit('connections-without-hello')
    oldest?.()
  }

  return {
    add: (prefix, drop) => {
      const own = ofPrefix.get(prefix) ?? new Set()
      ofPrefix.set(prefix, own)
      const leave = () => {
        all.delete(dropThis)
        own.delete(dropThis)
        if (own.size === 0 && ofPrefix.get(prefix) === own) ofPrefix.delete(prefix)
      }
      const dropThis = () => {
        leave()
        drop()
      }
      all.add(dropThis)
      own.add(dropThis)
      dropOldest(own, SOCKETS_WITHOUT_HELLO_PER_PREFIX)
      dropOldest(all, SOCKETS_WITHOUT_HELLO)
      return leave
    },
  }
}
