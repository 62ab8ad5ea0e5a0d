// What somebody may do in the conversations of a channel goes by his level there. A channel grants levels to operators, to teams
// and to roles, apart from membership: who is a member wants its requests, who has a level may do what it permits.
import { role } from './auth.ts'
import { channelId, operatorId, teamId } from './ids.ts'
import { LEVELS } from './level-order.ts'
import * as s from './schema.ts'

export const level = s.literal(LEVELS)

export const holder = s.variant('kind', [
  s.object({ kind: s.literal('operator'), id: operatorId }),
  s.object({ kind: s.literal('team'), id: teamId }),
  s.object({ kind: s.literal('role'), id: role }),
])

export const grant = s.object({ channel: channelId, to: holder, level })

export type Holder = s.Infer<typeof holder>
export type Grant = s.Infer<typeof grant>
