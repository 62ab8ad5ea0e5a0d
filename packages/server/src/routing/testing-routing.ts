import type { ChannelId, CommandId, ConversationId, LineId, VisitorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { ChannelOptions } from '@portico/protocol/options'
import type { CandidatesAnswer } from '@portico/protocol/routing'
import { succeed } from '@portico/testkit/account'
import { configure } from '@portico/testkit/configure'
import { present } from '@portico/testkit/eventually'
import { MAIN, type Operator } from '@portico/testkit/person'
import type { StaffedSite } from '@portico/testkit/site'
import { expect } from 'vitest'
import { hashToken, mintToken } from '../auth/token.ts'

/** Who has been told of a request by an offer to him. */
export const offerOf = ({ live }: Operator, conversation: ConversationId, channel = MAIN) =>
  live.view(`channel:${channel}`)?.rows.find(({ id }) => id === conversation)?.offer ?? null

export const offeredTo = (by: Operator, conversation: ConversationId, whom: Operator) =>
  present(() => {
    const offer = offerOf(by, conversation)
    return offer?.operator === whom.id && offer
  })

export async function set(site: StaffedSite, changes: Partial<ChannelOptions>, channel: ChannelId = MAIN): Promise<void> {
  expect(await configure(site.root.send, { ...site, channel, changes })).toEqual({ ok: true })
}

/** Only Ann and Bob are there for visitors. */
export async function openRoutedSite(site: StaffedSite): Promise<void> {
  await site.root.send({ type: 'availability.set', availability: 'unavailable' })
}

/** Who would get a conversation of such a visitor now. */
export async function candidatesFor(by: Operator, visitor = ''): Promise<CandidatesAnswer['candidates']> {
  const answer = await by.request(`/api/channels/${MAIN}/candidates?${visitor}`)
  return ((await answer.json()) as CandidatesAnswer).candidates // the route's answer
}

/** By what each of those stands there who would be asked. */
export async function reasonsFor(by: Operator, visitor: string): Promise<Record<string, string>> {
  const asked = (await candidatesFor(by, visitor)).filter(({ place }) => place !== null)
  return Object.fromEntries(asked.map(({ name, reason }) => [name, reason]))
}

const SERVED_MS = 6 * 60_000

/** So many conversations, each six minutes long, that Ann has had: as many as an estimate needs, of visitors without a device. */
export async function serveMany(site: StaffedSite, count: number): Promise<void> {
  const opened = await Promise.all(Array.from({ length: count }, () => askedByNobody(site)))
  for (const conversation of opened)
    expect(await site.ann.send({ type: 'conversation.accept', conversation })).toEqual({ ok: true })
  await site.clock.leap(SERVED_MS)
  for (const conversation of opened)
    expect(await site.ann.send({ type: 'conversation.close', conversation })).toEqual({ ok: true })
}

async function askedByNobody(site: StaffedSite): Promise<ConversationId> {
  const id = `v-${mintToken().slice(0, 22)}` as VisitorId // within an id's alphabet
  await succeed(site, { type: 'visitor.recognise', visitor: id, tokenHash: hashToken(mintToken()) })
  const at = site.clock.now()
  const conversation = newId<ConversationId>(at)
  const opening = { channel: MAIN, line: newId<LineId>(at), text: 'Hello', introduction: {} }
  const command = { type: 'conversation.open', conversation, ...opening } as const
  const outcome = await site.server.store.road.run({ id: newId<CommandId>(at), command, actor: { kind: 'visitor', id }, at })
  expect(outcome).toMatchObject({ ok: true })
  return conversation
}
