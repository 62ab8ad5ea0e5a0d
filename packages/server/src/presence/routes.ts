import type { WidgetConfig } from '@portico/protocol/channels'
import { channelId } from '@portico/protocol/ids'
import * as s from '@portico/protocol/schema'
import { DEFAULT_CHANNEL } from '../channels/channel.ts'
import { findChannel } from '../channels/reads.ts'
import { isOnSites } from '../channels/site.ts'
import { readSiteName } from '../workspace/reads.ts'
import { no, ok, type Route } from '../platform/wire/route.ts'
import { FOR_EVERY_SITE } from '../platform/wire/security-headers.ts'
import { readLobby } from './reads.ts'

const ELSEWHERE = { detail: 'this site is not among those that may carry the chat; its owner can add it to the channel’s sites' }

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/widget/:channel/config.json',
    who: 'anyone',
    run: async ({ reads, params, request, isOwnPage }) => {
      const channel = s.safeParse(channelId, params.channel)
      const lobby = channel.success ? await readLobby(reads, channel.data) : undefined
      // Readable by any page: one that may not carry the chat is told so.
      const headers = {
        ...FOR_EVERY_SITE,
        'access-control-allow-origin': '*',
        'cache-control': 'private, max-age=60',
        vary: 'origin',
      }
      if (!lobby) return { ...no(404, 'not-found', { detail: 'there is no such channel' }), headers }
      const sites = (await findChannel(reads, lobby.channel))?.options.sites ?? []
      if (!isOwnPage && !isOnSites(sites, request.headers.origin ?? '')) return { ...no(403, 'forbidden', ELSEWHERE), headers }
      const config: WidgetConfig = { ...lobby, frame: '/frame' }
      return ok(config, { headers })
    },
  },
  {
    method: 'GET',
    path: '/api/preview',
    who: 'anyone',
    run: async ({ reads }) => ok({ channel: DEFAULT_CHANNEL, siteName: await readSiteName(reads) }),
  },
]
