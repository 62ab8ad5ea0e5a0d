import type { WidgetConfig } from '@portico/protocol/channels'
import { channelId } from '@portico/protocol/ids'
import * as s from '@portico/protocol/schema'
import { DEFAULT_CHANNEL } from '../channels/channel.ts'
import { readSiteName } from '../workspace/reads.ts'
import { no, ok, type Route } from '../platform/wire/route.ts'
import { FOR_EVERY_SITE } from '../platform/wire/security-headers.ts'
import { readLobby } from './reads.ts'

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/widget/:channel/config.json',
    who: 'anyone',
    run: async ({ reads, params }) => {
      const channel = s.safeParse(channelId, params.channel)
      const lobby = channel.success ? await readLobby(reads, channel.data) : undefined
      const headers = { ...FOR_EVERY_SITE, 'access-control-allow-origin': '*', 'cache-control': 'private, max-age=60' }
      if (!lobby) return { ...no(404, 'not-found'), headers }
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
