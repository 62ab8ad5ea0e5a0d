// A channel is where requests arrive: its looks and options, and the operators who are its members. The owner and the
// administrators configure it; members see its requests. `lobby` is the part that any visitor of the channel may know.
import { channelId, operatorId } from './ids.ts'
import { conversationRow } from './conversations.ts'
import * as s from './schema.ts'
import { isSite, SITE_LENGTH_MAX, SITES_MAX } from './sites.ts'
import { NAME_CODE_POINTS_MAX } from './limits.ts'

const colour = s.shaped(/^#[0-9a-f]{6}$/, 7)
const WAIT_MS_MAX = 60 * 60 * 1000

/** The four colours of the widget; header and button pairs are corrected by the server to a contrast of 4.5:1. */
export const appearance = s.object({ header: colour, headerText: colour, button: colour, buttonText: colour })

const shown = {
  name: s.said(NAME_CODE_POINTS_MAX),
  appearance,
  /** What a visitor is asked before the first message goes out. */
  asks: s.literal(['nothing', 'name', 'name-and-email']),
  /** Operators see what a visitor types before it is sent; the visitor is told. */
  previewsTyping: s.boolean(),
  /** After so long without an answer the visitor reads that somebody will come; 0 never says it. */
  bearWithUsAfterMs: s.int().min(0).max(WAIT_MS_MAX),
  /** Of the address of the page: what comes after the question mark goes with secrets masked, or not at all. */
  pageQuery: s.literal(['masked', 'dropped']),
  /** In the visitor's own words of welcome; empty shows the translated default. */
  welcome: s.text(300),
}
const site = s.text(SITE_LENGTH_MAX).refine(isSite, 'not a site such as example.org, *.example.org or https://example.org:8443')

/** `sites`: those that may carry the chat, as `sites.ts` reads them; none: any. */
export const channelOptions = s.object({ ...shown, sites: s.array(site).max(SITES_MAX) })
/** What a visitor's browser is told of them. */
const lobbyOptions = s.object(shown)

export const channelCommand = s.variant('type', [
  s.object({ type: s.literal('channel.create'), channel: channelId, name: s.said(NAME_CODE_POINTS_MAX) }),
  s.object({ type: s.literal('channel.configure'), channel: channelId, options: channelOptions }),
  s.object({ type: s.literal('channel.join'), channel: channelId, operator: operatorId }),
  s.object({ type: s.literal('channel.leave'), channel: channelId, operator: operatorId }),
])

export const lobbyView = s.object({
  channel: channelId,
  siteName: s.string(),
  staffed: s.boolean(),
  options: lobbyOptions,
})

export const channelEvent = s.variant('type', [
  // on channel:<id>
  s.object({ type: s.literal('channel.configured'), options: channelOptions }),
  // on lobby:<id>
  s.object({ type: s.literal('lobby.changed'), lobby: lobbyView }),
  // on operator:<id>: replaces me.channels
  s.object({ type: s.literal('memberships.changed'), channels: s.array(channelId) }),
  // on settings
  s.object({ type: s.literal('member.joined'), channel: channelId, operator: operatorId }),
  s.object({ type: s.literal('member.left'), channel: channelId, operator: operatorId }),
])

/** Requests and active conversations, oldest first; `more` when there are more than the server sends. */
export const channelView = s.object({
  id: channelId,
  options: channelOptions,
  rows: s.array(conversationRow),
  more: s.boolean(),
})

export type Appearance = s.Infer<typeof appearance>
export type ChannelOptions = s.Infer<typeof channelOptions>
export type ChannelCommand = s.Infer<typeof channelCommand>
export type ChannelEvent = s.Infer<typeof channelEvent>
export type ChannelView = s.Infer<typeof channelView>
export type LobbyView = s.Infer<typeof lobbyView>

/** GET /widget/<channel>/config.json: cacheable for a minute, all that the loader needs before anybody acts. */
export const widgetConfig = s.object({ ...lobbyView.shape, frame: s.string() })
export type WidgetConfig = s.Infer<typeof widgetConfig>

/** GET /api/preview: of the shop in which an owner tries the chat. */
export const previewAnswer = s.object({ channel: channelId, siteName: s.string() })
