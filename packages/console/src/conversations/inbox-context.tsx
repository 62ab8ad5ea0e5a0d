import type { ChannelView } from '@portico/protocol/channels'
import type { ChannelId, ConversationId } from '@portico/protocol/ids'
import type { ConversationRowView } from '@portico/protocol/conversations'
import type { Sitting } from '@portico/protocol/seats'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import { seenIn, useLevels } from '../auth/use-levels.ts'
import { useView, useViews } from '../live/use-view.ts'
import { usePreferences } from '../preferences/use-preferences.ts'
import { arranged } from './arranged.ts'
import { EMPTY_INBOX, type Inbox, requestsIn, sortInbox } from './inbox.ts'
import { useGuestRows } from './use-guest-rows.ts'

/**
 * `waiting` until the operator's own view and those of all channels that he sees have arrived. `calling`: the requests of My
 * channels, whatever lists show; `hidden`: how many more the lists would show of all channels.
 */
type InboxState = {
  state: 'waiting' | 'ready'
  inbox: Inbox
  calling: readonly ConversationRowView[]
  hidden: number
  channels: readonly ChannelView[]
}

const NOTHING: InboxState = { state: 'waiting', inbox: EMPTY_INBOX, calling: [], hidden: 0, channels: [] }
const InboxContext = createContext<InboxState>(NOTHING)
const NONE: readonly never[] = []

export const useInbox = (): InboxState => useContext(InboxContext)

/** Sorts the lists once for the rail, the list, the palette, the title and the notifications. */
export function InboxProvider({ children }: { children: ReactNode }) {
  const me = useMyId()
  const own = useView<'operator'>(`operator:${me}`)
  const levels = useLevels()
  const { channels: scope, order, places } = usePreferences()
  const topics = useMemo(() => (levels ? seenIn(levels) : []).map((id) => `channel:${id}` as const), [levels])
  const views = useViews<'channel'>(topics)
  const helping: readonly ConversationId[] = own?.helping ?? NONE
  const sittings: readonly Sitting[] = own?.sittings ?? NONE
  const elsewhere = useMemo(
    () => [...helping, ...sittings.map(({ conversation }) => conversation).filter((id) => !helping.includes(id))],
    [helping, sittings],
  )
  const observed = useMemo(
    () => new Set(sittings.flatMap(({ conversation, level }) => (level === 'observer' ? [conversation] : []))),
    [sittings],
  )
  const guests = useGuestRows(elsewhere, own?.marks ?? NONE)
  const state = useMemo((): InboxState => {
    const channels = views.filter((view) => view !== undefined)
    const joined = channels.filter(({ id }) => own?.me.channels.includes(id))
    const lists = (wanted: readonly ChannelView[]) =>
      sortInbox({ channels, wanted, me, marks: own?.marks ?? NONE, guests, observed })
    const all = lists(channels)
    const sorted = scope === 'mine' && joined.length < channels.length ? lists(joined) : all
    const inbox = { ...sorted, mine: arranged(sorted.mine, { order, places }) }
    return {
      state: own && channels.length === topics.length ? 'ready' : 'waiting',
      inbox,
      calling: requestsIn(joined),
      hidden: countOf(all) - countOf(inbox),
      channels,
    }
  }, [views, me, own, topics, scope, guests, observed, order, places])
  return <InboxContext value={state}>{children}</InboxContext>
}

const countOf = ({ requests, team }: Inbox) => requests.length + team.length

/** The row of an open conversation. */
export function useRow(conversation: ConversationId | undefined): ConversationRowView | undefined {
  const { channels } = useInbox()
  return channels.flatMap((channel) => channel.rows).find((row) => row.id === conversation)
}

export function useChannelName(channel: ChannelId | undefined): string {
  const settings = useView<'settings'>('settings')
  return settings?.channels.find((known) => known.id === channel)?.name ?? ''
}
