import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { present } from '@portico/testkit/eventually'
import { MAIN, type Operator, type Visitor } from '@portico/testkit/person'
import type { StaffedSite } from '@portico/testkit/site'
import { expect } from 'vitest'

export const OK = { ok: true }

/** A visitor of her own who has asked something. */
export async function askedAt(site: StaffedSite, text: string) {
  const vera = await site.visit(`Vera of "${text}"`)
  const { conversation, line, outcome } = await vera.open(text)
  expect(outcome).toEqual({ ok: true, conversation })
  await present(() => vera.live.view(`chat:${conversation}`))
  await site.verify()
  return { vera, conversation, line }
}

/** Olaf, in another channel, saw nothing of what there was to see. */
export function expectNothingLeaked({ faults, olaf, ann }: StaffedSite): void {
  expect(faults).toEqual([])
  expect(ann.tap.received()).toContain('secret')
  expect(olaf.tap.received()).not.toMatch(/secret|conversation:/)
}

export const lineId = () => newId<LineId>()

export const rowOf = ({ live }: Operator, conversation: ConversationId) =>
  live.view(`channel:${MAIN}`)?.rows.find(({ id }) => id === conversation)

/** Messages of the visitor that this operator has not read. */
export function unreadOf(operator: Operator, conversation: ConversationId): number {
  const mark = operator.live.view(`operator:${operator.id}`)?.marks.find((each) => each.conversation === conversation)
  return (rowOf(operator, conversation)?.summary.visitorLines ?? 0) - (mark?.visitorLines ?? 0)
}

/** What the visitor reads, once there are so many lines. */
export async function told({ live }: Visitor, conversation: ConversationId, count: number): Promise<string[]> {
  const chat = await present(
    () => (live.view(`chat:${conversation}`)?.lines.length ?? 0) >= count && live.view(`chat:${conversation}`),
  )
  return chat.lines.map(({ body }) => (body.kind === 'notice' ? body.notice : body.text))
}

export function listen({ live }: Operator | Visitor): unknown[] {
  const heard: unknown[] = []
  live.onFleeting((_topic, message) => {
    if (message.type !== 'conversation.stirred') heard.push(message)
  })
  return heard
}

export function visitorOf({ live }: Visitor) {
  const you = live.you()
  if (you?.kind !== 'visitor') throw new Error('not a visitor')
  return you.id
}

export async function readList(operator: Operator, name: string, more = '') {
  const response = await operator.request(`/api/conversations?list=${name}${more}`)
  expect(response.status).toBe(200)
  return (await response.json()) as { rows: { summary: { excerpt: string } }[]; next: string | null } // the route's answer
}
