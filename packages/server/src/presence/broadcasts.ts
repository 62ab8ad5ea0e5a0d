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
  'login.followed': ({ presence, lobbies, isColleague }) => [
    ...(isColleague ? toColleagues(presence) : []),
    ...toLobbies(lobbies),
  ],
  'rules.chosen': ({ rules }) => setParts('settings', { presenceRules: rules }),
  // Where he is connected is nobody's matter, but whether he does something anywhere is.
  'connection.opened': toColleaguesIf,
  'connection.closed': toColleaguesIf,
  'connection.idled': toColleaguesIf,
  'node.renewed': () => [],
  'node.forgotten': () => [],
  'presence.told': ({ presence }) => toColleagues(presence),
  'lobby.refreshed': ({ lobbies }) => toLobbies(lobbies),
}

function toAll({ presence, lobbies }: { presence: Presence; lobbies: readonly Staffing[] }): readonly Shown[] {
  return [...toColleagues(presence), ...toLobbies(lobbies)]
}

function toColleaguesIf({ presence, isNews }: { presence: Presence; isNews: boolean }): readonly Shown[] {
  return isNews ? toColleagues(presence) : []
}

const toColleagues = (presence: Presence): readonly Shown[] => [['settings', { type: 'presence.changed', presence }]]

const toLobbies = (lobbies: readonly Staffing[]): readonly Shown[] =>
  lobbies.flatMap(({ channel, staffed, faces }) => setParts(`lobby:${channel}`, { staffed, faces }))
