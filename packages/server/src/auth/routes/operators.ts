import { withdrawnAnswer } from '@portico/protocol/auth'
import { json, no, ok } from '../../platform/wire/answer.ts'
import { route } from '../../platform/wire/route.ts'
import { isAdministrator } from '../policy.ts'
import { readWithdrawn } from '../reads.ts'

export const operatorRoutes = [
  route({
    method: 'GET',
    path: '/api/operators/withdrawn',
    who: 'operator',
    about: 'Accounts that were deactivated, for those who may reactivate them.',
    answer: json(withdrawnAnswer),
    run: async ({ authority, reads }) =>
      isAdministrator(authority) ? ok({ operators: await readWithdrawn(reads) }) : no(403, 'forbidden'),
  }),
]
