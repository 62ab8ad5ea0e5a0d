import { previewAnswer } from '@portico/protocol/channels'
import { DEFAULT_CHANNEL } from '../channels/channel.ts'
import { json, ok } from '../platform/wire/answer.ts'
import { route } from '../platform/wire/route.ts'
import { readSiteName } from '../workspace/reads.ts'

export const routes = [
  route({
    method: 'GET',
    path: '/api/preview',
    who: 'anyone',
    about: 'Of the shop in which an owner tries the chat.',
    answer: json(previewAnswer),
    run: async ({ reads }) => ok({ channel: DEFAULT_CHANNEL, siteName: await readSiteName(reads) }),
  }),
]
