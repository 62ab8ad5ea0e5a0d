import type { Status } from '@portico/protocol/help'
import type { LabelId } from '@portico/protocol/ids'
import type { Conversation } from '../conversations/conversation.ts'
import type { Shown } from '../platform/capability.ts'
import { setParts, setRowParts } from '../platform/set-parts.ts'
import type { Help } from './index.ts'

export const broadcasts: Help['broadcasts'] = {
  'status.set': ({ conversation, status, wanted, wasWanted }) => [
    ...partsOf(conversation, { status }),
    ...(wanted ? [['settings', { type: 'help.wanted', wanted }] as const] : []),
    ...(wasWanted && !wanted ? [over(conversation)] : []),
  ],
  'help.answered': ({ conversation, operator, helping }) => [
    ...partsOf(conversation, { status: { state: 'in-progress' } }),
    over(conversation),
    ...(helping ? setParts(`operator:${operator.id}`, { helping: [...helping] }) : []),
  ],
  'help.ended': ({ conversation, status, helpers }) => [
    ...(status.state === 'in-progress' ? [] : partsOf(conversation, { status: { state: 'in-progress' } })),
    ...(status.state === 'help' ? [over(conversation)] : []),
    ...helpers.flatMap(({ operator, helping }) => setParts(`operator:${operator}`, { helping: [...helping] })),
  ],
  'conversation.labelled': ({ conversation, labels, wanted }) => [
    ...partsOf(conversation, { labels: [...labels] }),
    ...(wanted ? [['settings', { type: 'help.wanted', wanted }] as const] : []),
  ],
}

// What has ended stands in no list of those that run.
const partsOf = ({ id, channel, phase }: Conversation, parts: { status: Status } | { labels: LabelId[] }): readonly Shown[] => [
  ...setParts(`conversation:${id}`, parts),
  ...(phase.state === 'closed' ? [] : setRowParts({ topic: `channel:${channel}`, conversation: id, parts })),
]

const over = ({ id }: Conversation): Shown => ['settings', { type: 'help.over', conversation: id }]
