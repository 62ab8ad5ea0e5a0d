import type { Channels } from './index.ts'

export const security: Channels['security'] = {
  'channel.created': ({ channel }) => ({ kind: 'settings-changed', detail: 'channel-made', object: channel }),
  'channel.configured': ({ channel }) => ({ kind: 'settings-changed', detail: 'channel-options', object: channel }),
  'channel.archived': ({ channel }) => ({ kind: 'settings-changed', detail: 'channel-archived', object: channel }),
  'channel.restored': ({ channel }) => ({ kind: 'settings-changed', detail: 'channel-restored', object: channel }),
  'channel.joined': ({ channel, operator }) => ({
    kind: 'settings-changed',
    detail: 'member-added',
    about: operator,
    object: channel,
  }),
  'channel.left': ({ channel, operator }) => ({
    kind: 'settings-changed',
    detail: 'member-removed',
    about: operator,
    object: channel,
  }),
  'channel.granted': ({ channel, to, level }) => ({
    kind: 'settings-changed',
    detail: `level-${level ?? 'none'}`,
    ...(to.kind === 'operator' ? { about: to.id, object: channel } : { object: `${channel} ${to.kind} ${to.id}` }),
  }),
  // It follows from a grant, a team or a role.
  'level.shifted': 'none',
  'team.made': ({ team }) => ({ kind: 'settings-changed', detail: 'team-made', object: team.name }),
  'team.renamed': ({ team }) => ({ kind: 'settings-changed', detail: 'team-renamed', object: team.name }),
  'team.removed': ({ team }) => ({ kind: 'settings-changed', detail: 'team-removed', object: team.name }),
  'team.joined': ({ team, operator }) => ({
    kind: 'settings-changed',
    detail: 'team-member-added',
    about: operator,
    object: team.name,
  }),
  'team.left': ({ team, operator }) => ({
    kind: 'settings-changed',
    detail: 'team-member-removed',
    about: operator,
    object: team.name,
  }),
  // It is told with the account.
  'memberships.told': 'none',
  'lobby.renamed': 'none',
  'lobby.switched': 'none',
}
