import type { Colleague } from '@portico/protocol/auth'
import type { Team } from '@portico/protocol/channels'
import type { ChannelId } from '@portico/protocol/ids'
import { highest, type Level } from '@portico/protocol/level-order'
import type { Grant, Holder } from '@portico/protocol/levels'

type Granted = { grants: readonly Grant[]; teams: readonly Team[] }
type Held = { own: Level | undefined; level: Level | undefined; source: Holder | undefined }

/** What was granted to this holder himself. */
export const grantedTo = (grants: readonly Grant[], { channel, to }: { channel: ChannelId; to: Holder }): Level | undefined =>
  grants.find((grant) => grant.channel === channel && grant.to.kind === to.kind && grant.to.id === to.id)?.level

/** A person's level in a channel, and what it comes from where that is more than is his own. */
export function levelHeld({ id, role }: Pick<Colleague, 'id' | 'role'>, channel: ChannelId, { grants, teams }: Granted): Held {
  const own = grantedTo(grants, { channel, to: { kind: 'operator', id } })
  const others: Holder[] = [
    ...teams.filter(({ members }) => members.includes(id)).map((team) => ({ kind: 'team', id: team.id }) as const),
    { kind: 'role', id: role },
  ]
  const byHolder = others.map((to) => ({ to, level: grantedTo(grants, { channel, to }) }))
  const level = highest([own, ...byHolder.map((each) => each.level)].filter((each) => each !== undefined))
  const source = level === own ? undefined : byHolder.find((each) => each.level === level)?.to
  return { own, level, source }
}
