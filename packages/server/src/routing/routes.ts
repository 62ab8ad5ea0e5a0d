import { channelId } from '@portico/protocol/ids'
import { candidatesAnswer, candidatesQuery } from '@portico/protocol/routing'
import * as s from '@portico/protocol/schema'
import { isAdministrator } from '../auth/policy.ts'
import { sees } from '../channels/policy.ts'
import { findChannel } from '../channels/reads.ts'
import { json, no, ok } from '../platform/wire/answer.ts'
import { route } from '../platform/wire/route.ts'
import { readOfferFigures } from './figures.ts'
import { readWhoWould } from './who-would.ts'

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
    run: async ({ reads, authority, params: { id }, query: { language, country, previous }, clock }) => {
      const found = await findChannel(reads, id)
      if (!found || !(sees(authority, id) || isAdministrator(authority))) return no(404, 'not-found')
      const at = clock.now()
      const met = previous === undefined || !found.options.prefersPrevious ? {} : { previous: { operator: previous, metAt: at } }
      const wish = { at, expertise: [], ...met, ...(language && { language }), ...(country && { country }) }
      return ok({
        candidates: await readWhoWould(reads, { channel: id, options: found.options, wish }),
        figures: await readOfferFigures(reads, { channel: id, at }),
      })
    },
  }),
]
