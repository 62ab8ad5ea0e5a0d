import type { ChannelView } from '@portico/protocol/channels'
import type { Fleeting } from '@portico/protocol/fleeting'
import { show, type KeptTopic } from '../kept-topic.ts'
import { moveRows, stirRow } from './conversations.ts'

export type Fold = (kept: KeptTopic, fleeting: Fleeting) => KeptTopic

/** What lists are told fleetingly is folded into them; it comes on `channel:<id>` alone, a topic that visitors have not. */
export const foldIntoLists: Fold = (kept, fleeting) => {
  if (kept.view === undefined) return kept
  const before = kept.view as ChannelView // of the channel's topic, if it is one of these
  switch (fleeting.type) {
    case 'conversation.stirred':
      return show({ ...kept, mark: '', view: stirRow(before, fleeting.conversation, fleeting.summary) })
    case 'list.moved':
      return show({ ...kept, mark: '', view: moveRows(before, fleeting.rows) })
    case 'typing':
    case 'draft':
    case 'looking':
    case 'visitor.here':
    case 'visitor.away':
    case 'visitor.sought':
    case 'queue.place':
    case 'disk.full':
    case 'disk.free':
      return kept
  }
}
