import type { Route } from '../platform/wire/route.ts'
import { accountRoutes } from './routes/account.ts'
import { entryRoutes } from './routes/entry.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { operatorRoutes } from './routes/operators.ts'
import { resetRoutes } from './routes/resets.ts'
import { secondFactorRoutes } from './routes/second-factor.ts'
import { sessionRoutes } from './routes/sessions.ts'

export const routes: readonly Route[] = [
  ...entryRoutes,
  ...sessionRoutes,
  ...invitationRoutes,
  ...operatorRoutes,
  ...accountRoutes,
  ...secondFactorRoutes,
  ...resetRoutes,
]
