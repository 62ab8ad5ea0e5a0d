import { cannedAnswer } from '@portico/protocol/canned'
import { json, ok } from '../platform/wire/answer.ts'
import { route } from '../platform/wire/route.ts'
import { readCanned } from './reads.ts'

export const routes = [
  route({
    method: 'GET',
    path: '/api/canned',
    who: 'operator',
    about: 'The canned responses that one has, those one uses most first.',
    answer: json(cannedAnswer),
    run: async ({ reads, authority }) => ok({ canned: await readCanned(reads, authority) }),
  }),
]
