import type { Introduction } from '@portico/protocol/conversations'
import type { ChannelId, ConversationId, LineId } from '@portico/protocol/ids'
import { MAIN, visitor, type Operator, type Person, type Visitor } from '@portico/testkit/person'
import type { Stage } from '../stage.ts'

/** A conversation and its visitor. */
export type Talk = { id: ConversationId; visitor: Visitor }

export type Opening = {
  name?: string
  email?: string
  channel?: ChannelId
  locale?: string
  page: readonly [path: string, title: string]
  text: string
}

/** Somebody begins a conversation on a page of the shop. */
export async function begin(stage: Stage, { name, email, channel = MAIN, locale = 'en', page, text }: Opening): Promise<Talk> {
  const person = await visitor(stage.place, name ?? 'Somebody', { channel })
  const [path, title] = page
  const introduction: Introduction = {
    ...(name && { name }),
    ...(email && { email }),
    page: { url: `https://barroesal.example${path}`, title },
    locale,
  }
  return { id: (await person.open(text, introduction)).conversation, visitor: person }
}

export async function accept(by: Operator, { id }: Talk): Promise<void> {
  const outcome = await by.send({ type: 'conversation.accept', conversation: id })
  if (!outcome.ok) throw new Error(`${by.name} could not accept: ${outcome.refused}`)
}

/** Somebody has read up to this line. */
export const read = (by: Person, { id }: Talk, line: LineId) => by.send({ type: 'read.mark', conversation: id, line })

export const end = (by: Operator, { id }: Talk) => by.send({ type: 'conversation.close', conversation: id })
