import { deliver } from '../../platform/deliveries.ts'
import type { Auth } from '../index.ts'
import { countMail } from './count-mail.ts'
import { endSessions } from './end-sessions.ts'

export const passwordWrites: Pick<
  Auth['writes'],
  'password.changed' | 'password.reset' | 'reset.offered' | 'reset.mailed' | 'reset.ended'
> = {
  'password.changed': async (tx, { operator, session, passwordHash, at }) => {
    await tx.updateTable('operator').set({ password_hash: passwordHash }).where('id', '=', operator).execute()
    await endSessions(tx, { operator, except: session, at })
  },
  'reset.offered': async (tx, { operator, tokenHash, clears, by, at, expiresAt }) => {
    await tx
      .insertInto('password_reset')
      .values({
        token_hash: tokenHash,
        operator_id: operator,
        made_by: by,
        clears,
        created_at: at,
        expires_at: expiresAt,
        used_at: null,
        ended_at: null,
      })
      .execute()
  },
  'reset.mailed': async (tx, { operator, email, by, clears, locale, at }) => {
    await countMail(tx, { address: email, at })
    const ids = { operator, by, clears, locale }
    await deliver(tx, { kind: 'mail.reset', capability: 'auth', to: operator, ids, at })
  },
  'reset.ended': async (tx, { tokenHash, at }) => {
    await tx.updateTable('password_reset').set({ ended_at: at }).where('token_hash', '=', tokenHash).execute()
  },
  'password.reset': async (tx, { operator, tokenHash, passwordHash, at }) => {
    await tx.updateTable('operator').set({ password_hash: passwordHash }).where('id', '=', operator).execute()
    await tx.updateTable('password_reset').set({ used_at: at }).where('token_hash', '=', tokenHash).execute()
    await endSessions(tx, { operator, at })
  },
}
