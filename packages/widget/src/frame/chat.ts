import type { LobbyView } from '@portico/protocol/channels'
import type { ChatLine, ChatView } from '@portico/protocol/conversations'
import type { LineId } from '@portico/protocol/ids'
import type { firstNames } from '@portico/protocol/first-names'
import type { WidgetConfig } from '@portico/protocol/pages'
import type { openArrivals } from './arrivals.ts'
import type { Connection } from './connection.ts'
import type { Drafts } from './drafts.ts'
import type { PagePort } from './page-port.ts'
import type { Looking, Screen } from './screen.ts'
import type { SoundSwitch } from './sound-switch.ts'
import type { Storages } from './storages.ts'

/** One visitor at one page: what the window and its parts draw from, and act on. */
export type Chat = Pick<PagePort, 'surroundings' | 'say'> & {
  storages: Storages
  drafts: Drafts
  sound: SoundSwitch
  arrivals: Pick<ReturnType<typeof openArrivals>, 'unread' | 'firstNew' | 'announced'>
  /** Called once a tick in which something has changed; the answer takes it away. */
  subscribe: (draw: () => void) => () => void
  changed: () => void
  screen: () => Screen
  /** What any visitor of the channel may know. */
  lobby: () => LobbyView | WidgetConfig
  /** There is none before the visitor has acted. */
  connection: () => Connection | undefined
  /** The newest conversation here, as the server tells it. */
  view: () => ChatView | undefined
  /** The one that is drawn: that, or an earlier one. */
  shown: () => ChatView | undefined
  /** All that has been loaded of it. */
  lines: () => readonly ChatLine[]
  /** Puts a page of earlier lines in front of them. */
  putBefore: (page: readonly ChatLine[]) => void
  now: () => number
  /** What people are called in short, among each other. */
  called: typeof firstNames
  send: (written: string) => void
  /** Sends a refused message anew. */
  sendAgain: (line: LineId) => void
  typed: (text: string) => void
  /** Whoever reads earlier lines has not seen the newest. */
  readBack: (back: boolean) => void
  isReadingBack: () => boolean
  startAnew: () => void
  look: (looking: Looking) => void
  goBack: () => void
  /** There is an earlier conversation than the one that is drawn. */
  hasPast: () => boolean
  /** What is drawn has ended and may be opened again; `asked`: with the next message. */
  reopens: () => 'not' | 'may' | 'asked'
  reopen: () => void
  /** The server does not take this token any more: what is left is to begin again. */
  startOver: () => void
}
