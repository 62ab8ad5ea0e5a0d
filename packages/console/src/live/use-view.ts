import type { LinkState, Pending } from '@portico/client/live'
import type { ViewOf } from '@portico/protocol/views'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { useLive } from './live-context.tsx'

type TopicOf<K extends keyof ViewOf> = K extends 'settings' ? 'settings' : `${K}:${string}`

export function useView<K extends keyof ViewOf>(topic: TopicOf<K>): ViewOf[K] | undefined {
  const live = useLive()
  return useSyncExternalStore(live.subscribe, () => live.view<K>(topic))
}

/** The views of several topics; the same list as long as none of them changed. */
export function useViews<K extends keyof ViewOf>(topics: readonly TopicOf<K>[]): readonly (ViewOf[K] | undefined)[] {
  const live = useLive()
  const kept = useRef<readonly (ViewOf[K] | undefined)[]>([])
  const read = useCallback(() => {
    const views = topics.map((topic) => live.view<K>(topic))
    if (!sameItems(kept.current, views)) kept.current = views
    return kept.current
  }, [live, topics])
  return useSyncExternalStore(live.subscribe, read)
}

export function useLink(): LinkState {
  const live = useLive()
  return useSyncExternalStore(live.subscribe, live.link)
}

export function useOutbox(): readonly Pending[] {
  const live = useLive()
  const kept = useRef<readonly Pending[]>([])
  return useSyncExternalStore(live.subscribe, () => {
    const pending = live.outbox()
    if (!sameItems(kept.current, pending)) kept.current = pending
    return kept.current
  })
}

function sameItems(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index])
}
