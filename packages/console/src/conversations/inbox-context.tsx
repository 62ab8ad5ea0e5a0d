import type { ChannelView } from '@portico/protocol/channels'
import type { ChannelId, ConversationId } from '@portico/protocol/ids'
import type { ConversationRowView } from '@portico/protocol/conversations'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import { useView, useViews } from '../live/use-view.ts'
import { EMPTY_INBOX, type Inbox, sortInbox } from './inbox.ts'

/** `waiting` until the operator's own view and those of all his channels have arrived. */
type InboxState = { state: 'waiting' | 'ready'; inbox: Inbox; channels: readonly ChannelView[] }

const InboxContext = createContext<InboxState>({ state: 'waiting', inbox: EMPTY_INBOX, channels: [] })

export const useInbox = (): InboxState => useContext(InboxContext)

/** Sorts the lists once for the rail, the list, the palette, the title and the notifications. */
export function InboxProvider({ children }: { children: ReactNode }) {
  const me = useMyId()
  const own = useView<'operator'>(`operator:${me}`)
  const topics = useMemo(() => (own?.me.channels ?? []).map((id) => `channel:${id}` as const), [own?.me.channels])
  const views = useViews<'channel'>(topics)
  const state = useMemo((): InboxState => {
    const channels = views.filter((view) => view !== undefined)
    const inbox = sortInbox({ channels, me, marks: own?.marks ?? [] })
    return { state: own && channels.length === topics.length ? 'ready' : 'waiting', inbox, channels }
  }, [views, me, own, topics])
  return <InboxContext value={state}>{children}</InboxContext>
}

/** The row of an open conversation. */
export function useRow(conversation: ConversationId | undefined): ConversationRowView | undefined {
  const { channels } = useInbox()
  return channels.flatMap((channel) => channel.rows).find((row) => row.id === conversation)
}

export function useChannelName(channel: ChannelId | undefined): string {
  const settings = useView<'settings'>('settings')
  return settings?.channels.find((known) => known.id === channel)?.name ?? ''
}
