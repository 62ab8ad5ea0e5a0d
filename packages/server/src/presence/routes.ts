import { previewAnswer } from '@portico/protocol/channels'
import { channelId } from '@portico/protocol/ids'
import { publicOf } from '@portico/protocol/options'
import { widgetConfig, widgetConfigQuery } from '@portico/protocol/pages'
import * as s from '@portico/protocol/schema'
import { DEFAULT_CHANNEL } from '../channels/channel.ts'
import { findChannel } from '../channels/reads.ts'
import { isOnSites } from '../channels/site.ts'
import { json, no, ok } from '../platform/wire/answer.ts'
import { route } from '../platform/wire/route.ts'
import { FOR_EVERY_SITE } from '../platform/wire/security-headers.ts'
import { readSiteName } from '../workspace/reads.ts'
import { readStaffing } from './reads.ts'

const ELSEWHERE = { detail: 'this site is not among those that may carry the chat; its owner can add it to the channel’s sites' }

export const routes = [
  route({
    method: 'GET',
    path: '/widget/:channel/config.json',
    who: 'anyone',
    about: 'All that the loader on a page needs before anybody acts.',
    params: s.object({ channel: channelId }),
    query: widgetConfigQuery,
    answer: json(widgetConfig),
    // Readable by any page: one that may not carry the chat is told so.
    headers: {
      ...FOR_EVERY_SITE,
      'access-control-allow-origin': '*',
      'cache-control': 'private, max-age=60',
      vary: 'origin',
    },
    run: async ({ reads, params, query, request, isOwnPage }) => {
      const found = await findChannel(reads, params.channel)
      if (!found) return no(404, 'not-found', { detail: 'there is no such channel' })
      if (!isOwnPage && !isOnSites(found.options.sites, request.headers.origin ?? '')) return no(403, 'forbidden', ELSEWHERE)
      const { staffed } = await readStaffing(reads, found.id)
      const told = { siteName: await readSiteName(reads), staffed, options: publicOf(found.options, query.locale) }
      return ok({ channel: found.id, ...told, frame: '/frame' })
    },
  }),
  route({
    method: 'GET',
    path: '/api/preview',
    who: 'anyone',
    about: 'Of the shop in which an owner tries the chat.',
    answer: json(previewAnswer),
    run: async ({ reads }) => ok({ channel: DEFAULT_CHANNEL, siteName: await readSiteName(reads) }),
  }),
]
