import type { ChannelId } from '@portico/protocol/ids'
import { useLevels } from '../auth/use-levels.ts'

/** Whether one may take what waits in a channel: that is for its owners. */
export function useMayAccept(): (channel: ChannelId) => boolean {
  const levels = useLevels()
  return (channel) => levels?.get(channel) === 'owner'
}
