import type { CommandId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { hasOperators } from './auth/reads.ts'
import { hashToken, mintToken } from './auth/token.ts'
import { system } from './platform/actor.ts'
import { CannotStart } from './platform/cannot-start.ts'
import type { Db } from './platform/db/database.ts'
import type { Road } from './platform/road.ts'

/** The secret of the link by which the owner's account is made; undefined where there is one. */
export async function offerSetup({ reads, road, at }: { reads: Db; road: Road; at: number }): Promise<string | undefined> {
  if (await hasOperators(reads)) return undefined
  const token = mintToken()
  const command = { type: 'setup.offer', tokenHash: hashToken(token) } as const
  const outcome = await road.run({ id: newId<CommandId>(at), command, actor: system('auth'), at })
  if (outcome.ok) return token
  if (outcome.refused === 'exists') return undefined
  throw new CannotStart(`the link for the owner's account cannot be kept (${outcome.refused}); see to the disk and the database`)
}
