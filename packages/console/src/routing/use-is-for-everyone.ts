import type { ConversationView } from '@portico/protocol/conversations'
import { useView } from '../live/use-view.ts'

/** Whether it waits for whoever writes first. */
export function useIsForEveryone({ channel, phase }: Pick<ConversationView, 'channel' | 'phase'>): boolean {
  const options = useView<'channel'>(`channel:${channel}`)?.options.routing
  return phase.state === 'requested' && options?.assigns === 'everyone'
}
