import type { ChannelId } from '@portico/protocol/ids'
import { isAtLeast, type Level } from '@portico/protocol/level-order'
import { useMemo } from 'react'
import { useView } from '../live/use-view.ts'
import { useMyId } from './me-context.tsx'

/** What one may do in which channel; undefined until it has arrived. */
export function useLevels(): ReadonlyMap<ChannelId, Level> | undefined {
  const own = useView<'operator'>(`operator:${useMyId()}`)
  const levels = own?.levels
  const hasCome = own !== undefined
  return useMemo(
    () => (hasCome ? new Map((levels ?? []).map(({ channel, level }) => [channel, level])) : undefined),
    [hasCome, levels],
  )
}

/** The channels of which one sees the requests and conversations. */
export const seenIn = (levels: ReadonlyMap<ChannelId, Level>): readonly ChannelId[] =>
  [...levels].flatMap(([channel, level]) => (isAtLeast(level, 'participant') ? [channel] : []))
