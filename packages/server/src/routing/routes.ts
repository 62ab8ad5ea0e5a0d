import { channelId } from '@portico/protocol/ids'
import { candidatesAnswer, candidatesQuery, queuesAnswer } from '@portico/protocol/routing'
import * as s from '@portico/protocol/schema'
import { isAdministrator } from '../auth/policy.ts'
import { seenBy, sees } from '../channels/policy.ts'
import { findChannel, readChannelNames } from '../channels/reads.ts'
import { json, no, ok } from '../platform/wire/answer.ts'
import { route } from '../platform/wire/route.ts'
import { readOfferFigures } from './figures.ts'
import { readNewWaits } from './new-visitor.ts'
import { readWhoWould } from './who-would.ts'

/** Nobody looks at more of them on one screen. */
const QUEUES_MAX = 100

export const routes = [
  route({
    method: 'GET',
    path: '/api/channels/:id/candidates',
    who: 'operator',
    about:
      'Who would be offered a conversation of such a visitor now, in which order and why, and what became of the offers of seven days.',
    params: s.object({ id: channelId }),
    query: candidatesQuery,
    answer: json(candidatesAnswer),
    run: async ({ reads, authority, params: { id }, query: { language, country, expertise, previous }, clock }) => {
      const found = await findChannel(reads, id)
      if (!found || !(sees(authority, id) || isAdministrator(authority))) return no(404, 'not-found')
      const at = clock.now()
      const met = previous === undefined || !found.options.prefersPrevious ? {} : { previous: { operator: previous, metAt: at } }
      const needs = expertise === undefined ? [] : [expertise]
      const wish = { at, expertise: needs, ...met, ...(language && { language }), ...(country && { country }) }
      return ok({
        candidates: await readWhoWould(reads, { channel: id, options: found.options, wish }),
        figures: await readOfferFigures(reads, { channel: id, at }),
      })
    },
  }),
  route({
    method: 'GET',
    path: '/api/queues',
    who: 'operator',
    about:
      'How long a visitor who began now would wait, in each channel that one sees, for those who administer in all there are.',
    answer: json(queuesAnswer),
    run: async ({ reads, authority, clock }) => {
      const all = async () => (await readChannelNames(reads)).map(({ id }) => id)
      const channels = isAdministrator(authority) ? await all() : seenBy(authority)
      return ok({ queues: await readNewWaits(reads, { channels: channels.slice(0, QUEUES_MAX), at: clock.now() }) })
    },
  }),
]
