import type { Presence } from '@portico/protocol/presence'
import type { Shown } from '../platform/capability.ts'
import { setParts } from '../platform/set-parts.ts'
import type { Staffing } from './events.ts'
import type { Presences } from './index.ts'

export const broadcasts: Presences['broadcasts'] = {
  'operator.appeared': toAll,
  // Whoever has been revoked is nobody's colleague any more: only the lobbies hear of it.
  'operator.vanished': (event) => (event.isColleague ? toAll(event) : toLobbies(event.lobbies)),
  'availability.changed': toAll,
  // Where he is connected is nobody's matter.
  'connection.opened': () => [],
  'connection.closed': () => [],
  'node.renewed': () => [],
  'node.forgotten': () => [],
  'presence.told': ({ presence }) => [['settings', { type: 'presence.changed', presence }]],
  'lobby.refreshed': ({ lobbies }) => toLobbies(lobbies),
}

function toAll({ presence, lobbies }: { presence: Presence; lobbies: readonly Staffing[] }): readonly Shown[] {
  return [['settings', { type: 'presence.changed', presence }], ...toLobbies(lobbies)]
}

const toLobbies = (lobbies: readonly Staffing[]): readonly Shown[] =>
  lobbies.flatMap(({ channel, staffed, faces }) => setParts(`lobby:${channel}`, { staffed, faces }))
