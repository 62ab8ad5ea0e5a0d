import type { ChannelId, ConversationId } from '@portico/protocol/ids'
import type { ChannelOptions } from '@portico/protocol/options'
import { configure } from '@portico/testkit/configure'
import { present } from '@portico/testkit/eventually'
import { MAIN, type Operator } from '@portico/testkit/person'
import type { StaffedSite } from '@portico/testkit/site'
import { expect } from 'vitest'

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
