import type { Channels } from './index.ts'

export const security: Channels['security'] = {
  'channel.created': ({ channel }) => ({ kind: 'settings-changed', detail: 'channel-made', object: channel }),
  'channel.configured': ({ channel }) => ({ kind: 'settings-changed', detail: 'channel-options', object: channel }),
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
  // It is told with the account.
  'memberships.told': 'none',
  'lobby.renamed': 'none',
}
