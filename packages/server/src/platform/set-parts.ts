import type { ConversationId, LineId } from '@portico/protocol/ids'
import type { Topic } from '@portico/protocol/topics'
import type { ElementOf, ViewOf } from '@portico/protocol/views'
import type { Shown } from './capability.ts'

type KindOf<T extends Topic> = T extends `${infer K extends keyof ViewOf}:${string}` ? K : 'settings'

/** What a broadcast says of parts that are values: in a view, in one line of it, in one row of it. */
export const setParts = <T extends Topic>(topic: T, parts: Partial<ViewOf[KindOf<T>]>): readonly Shown[] =>
  Object.entries(parts).map(([part, value]) => [topic, { type: 'part.set', part, value }])

type LineParts = { line: LineId } & (
  | { topic: `conversation:${string}`; parts: Partial<ElementOf['conversationLine']> }
  | { topic: `chat:${string}`; parts: Partial<ElementOf['chatLine']> }
)

export const setLineParts = ({ topic, line, parts }: LineParts): readonly Shown[] =>
  Object.entries(parts).map(([part, value]) => [topic, { type: 'line.part.set', line, part, value }])

type RowParts = { topic: `channel:${string}`; conversation: ConversationId; parts: Partial<ElementOf['row']> }

export const setRowParts = ({ topic, conversation, parts }: RowParts): readonly Shown[] =>
  Object.entries(parts).map(([part, value]) => [topic, { type: 'row.part.set', conversation, part, value }])
