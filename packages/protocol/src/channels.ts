// A channel is where requests arrive: its looks and options, and who has which level in it. Members are those of its owners who
// want its requests: they are told of them, and counted as available. Whoever has at least the level of a participant sees them. `lobby` is the part that any visitor of the channel may know.
import { channelId, operatorId, teamId } from './ids.ts'
import * as s from './schema.ts'
import { grant, holder, level } from './levels.ts'
import { isSite, SITE_LENGTH_MAX, SITES_MAX } from './sites.ts'
import { NAME_CODE_POINTS_MAX } from './limits.ts'
import type { ViewOf } from './views.ts'

const colour = s.shaped(/^#[0-9a-f]{6}$/, 7)

/** The four colours of the widget; header and button pairs are corrected by the server to a contrast of 4.5:1. */
export const appearance = s.object({ header: colour, headerText: colour, button: colour, buttonText: colour })

const site = s.text(SITE_LENGTH_MAX).refine(isSite, 'not a site such as example.org, *.example.org or https://example.org:8443')

const channelPart = {
  schema: s.object({
    name: s.said(NAME_CODE_POINTS_MAX),
    appearance,
    /** Those that may carry the chat, as `sites.ts` reads them; none: any. */
    sites: s.array(site).max(SITES_MAX),
  }),
  defaults: {
    name: 'Website',
    appearance: { header: '#17665f', headerText: '#ffffff', button: '#17665f', buttonText: '#ffffff' },
    sites: [],
  },
  public: ['name', 'appearance'],
} as const

export const channelCommand = s.variant('type', [
  s.object({ type: s.literal('channel.create'), channel: channelId, name: s.said(NAME_CODE_POINTS_MAX) }),
  s.object({ type: s.literal('channel.join'), channel: channelId, operator: operatorId }),
  s.object({ type: s.literal('channel.leave'), channel: channelId, operator: operatorId }),
  // Null takes back what was granted to this holder; what others of his grant stays.
  s.object({ type: s.literal('channel.grant'), channel: channelId, to: holder, level: s.nullable(level) }),
  // It begins nothing more, and comes back with all it had.
  s.object({ type: s.literal('channel.archive'), channel: channelId }),
  s.object({ type: s.literal('channel.restore'), channel: channelId }),
  s.object({ type: s.literal('team.make'), team: teamId, name: s.said(NAME_CODE_POINTS_MAX) }),
  s.object({ type: s.literal('team.rename'), team: teamId, name: s.said(NAME_CODE_POINTS_MAX) }),
  s.object({ type: s.literal('team.remove'), team: teamId }),
  s.object({ type: s.literal('team.add'), team: teamId, operator: operatorId }),
  s.object({ type: s.literal('team.drop'), team: teamId, operator: operatorId }),
])

const channelName = s.object({ id: channelId, name: s.string(), archivedAt: s.nullable(s.instant()).default(null) })
const published = s.object({
  part: s.string(),
  version: s.int().min(1),
  at: s.instant(),
  by: s.nullable(s.object({ id: operatorId, name: s.string() })),
})
const member = s.object({ channel: channelId, operator: operatorId })
const team = s.object({ id: teamId, name: s.string(), members: s.array(operatorId) })
const held = s.object({ channel: channelId, level })

export const channelEvent = s.variant('type', [
  // on operator:<id>: replaces me.channels
  s.object({ type: s.literal('memberships.changed'), channels: s.array(channelId) }),
  s.object({ type: s.literal('level.changed'), channel: channelId, level: s.nullable(level) }),
  // on settings
  s.object({ type: s.literal('channel.listed'), channel: channelName }),
  s.object({ type: s.literal('member.joined'), ...member.shape }),
  s.object({ type: s.literal('member.left'), ...member.shape }),
  s.object({ type: s.literal('grant.changed'), channel: channelId, to: holder, level: s.nullable(level) }),
  s.object({ type: s.literal('team.changed'), team }),
  s.object({ type: s.literal('team.gone'), team: teamId }),
])

export const channels = {
  command: channelCommand,
  event: channelEvent,
  channelPart,
  parts: {
    /** `published`: which version of its options is live, since when, and by whom; none of those that nobody has chosen. */
    channel: s.object({ id: channelId, published: s.array(published) }),
    lobby: s.object({ channel: channelId }),
    /** One's levels, sorted by channel: of all that were granted the highest. */
    operator: s.object({ levels: s.array(held).default([]) }),
    /** `members`: who is a member of which channel, sorted by channel and operator; `grants` by channel and holder, `teams` by name. */
    settings: s.object({
      channels: s.array(channelName),
      members: s.array(member),
      grants: s.array(grant).default([]),
      teams: s.array(team).default([]),
    }),
  },
}

export type Appearance = s.Infer<typeof appearance>
export type Team = s.Infer<typeof team>
export type HeldLevel = s.Infer<typeof held>
export type Published = s.Infer<typeof published>
export type ChannelCommand = s.Infer<typeof channelCommand>
export type ChannelEvent = s.Infer<typeof channelEvent>
export type ChannelView = ViewOf['channel']
export type LobbyView = ViewOf['lobby']

/** GET /api/preview: of the shop in which an owner tries the chat. */
export const previewAnswer = s.object({ channel: channelId, siteName: s.string() })
