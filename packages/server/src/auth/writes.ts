import { deliver } from '../platform/deliveries.ts'
import { SETUP_OFFERS_MAX } from './account.ts'
import type { Auth } from './index.ts'
import { countMail } from './writes/count-mail.ts'
import { sessionWrites } from './writes/sessions.ts'
import { endSessions } from './writes/end-sessions.ts'
import { passwordWrites } from './writes/passwords.ts'
import { secondFactorWrites } from './writes/second-factors.ts'
import { triesWrites } from './writes/tries.ts'

export const writes: Auth['writes'] = {
  ...passwordWrites,
  ...secondFactorWrites,
  ...triesWrites,
  ...sessionWrites,
  'setup.offered': async (tx, { tokenHash, at }) => {
    const surplus = await tx
      .selectFrom('setup_offer')
      .select('token_hash')
      .orderBy('created_at', 'desc')
      .orderBy('token_hash')
      .limit(SETUP_OFFERS_MAX)
      .offset(SETUP_OFFERS_MAX - 1)
      .execute()
    for (const { token_hash } of surplus) await tx.deleteFrom('setup_offer').where('token_hash', '=', token_hash).execute()
    await tx.insertInto('setup_offer').values({ token_hash: tokenHash, created_at: at }).execute()
  },
  'operator.joined': async (tx, { operator: { joinedAt, ...operator }, email, passwordHash }) => {
    await tx
      .insertInto('operator')
      .values({
        ...operator,
        email,
        password_hash: passwordHash,
        joined_at: joinedAt,
        revoked_at: null,
        second_factor_at: null,
        locale: null,
      })
      .execute()
    await tx.deleteFrom('setup_offer').execute()
  },
  'operator.invited': async (tx, { invitation, tokenHash, role, channels, by, at, expiresAt }) => {
    await tx
      .insertInto('invitation')
      .values({
        id: invitation,
        token_hash: tokenHash,
        role,
        channels: JSON.stringify(channels),
        invited_by: by,
        created_at: at,
        expires_at: expiresAt,
        accepted_at: null,
        ending: null,
        email: null,
      })
      .execute()
  },
  'invitation.mailed': async (tx, { invitation, email, locale, at }) => {
    await countMail(tx, { address: email, at })
    await tx.updateTable('invitation').set({ email }).where('id', '=', invitation).execute()
    await deliver(tx, { kind: 'mail.invitation', capability: 'auth', to: invitation, ids: { invitation, locale }, at })
  },
  'invitation.renewed': async (tx, { invitation, tokenHash }) => {
    await tx.updateTable('invitation').set({ token_hash: tokenHash }).where('id', '=', invitation).execute()
  },
  'invitation.accepted': async (tx, { tokenHash, at }) => {
    await tx.updateTable('invitation').set({ accepted_at: at }).where('token_hash', '=', tokenHash).execute()
  },
  'invitation.ended': async (tx, { invitation, ending }) => {
    await tx.updateTable('invitation').set({ ending }).where('id', '=', invitation).execute()
  },
  'email.changed': async (tx, { me }) => {
    await tx.updateTable('operator').set({ email: me.email }).where('id', '=', me.id).execute()
  },
  'role.changed': async (tx, { operator }) => {
    await tx.updateTable('operator').set({ role: operator.role }).where('id', '=', operator.id).execute()
  },
  'language.chosen': async (tx, { me }) => {
    await tx.updateTable('operator').set({ language: me.language }).where('id', '=', me.id).execute()
  },
  'alias.chosen': async (tx, { me }) => {
    await tx.updateTable('operator').set({ alias: me.alias }).where('id', '=', me.id).execute()
  },
  'right.set': async (tx, { role, right, isHeld, at }) => {
    const said = { held_since: isHeld ? at : null, at }
    await tx
      .insertInto('role_right')
      .values({ role, right, ...said })
      .onConflict((oc) => oc.columns(['role', 'right']).doUpdateSet(said))
      .execute()
  },
  'operator.renamed': async (tx, { me }) => {
    await tx.updateTable('operator').set({ name: me.name }).where('id', '=', me.id).execute()
  },
  'operator.revoked': async (tx, { operator, at }) => {
    await tx.updateTable('operator').set({ revoked_at: at }).where('id', '=', operator).execute()
    await endSessions(tx, { operator, at })
    await tx.deleteFrom('known_device').where('operator_id', '=', operator).execute()
  },
  // His sessions have ended and stay so: he signs in with what he knew, and what he has begun has ended for good.
  'operator.restored': async (tx, { operator }) => {
    await tx.updateTable('operator').set({ revoked_at: null }).where('id', '=', operator.id).execute()
  },
  'session.ended': async (tx, { session, at }) => {
    await tx.updateTable('operator_session').set({ ended_at: at }).where('id', '=', session).execute()
  },
  // Their rows are those of the log of security.
  'proof.refused': async () => {},
  'wait.reached': async () => {},
  'visitor.recognised': async (tx, { visitor, tokenHash, at }) => {
    await tx.insertInto('visitor_token').values({ token_hash: tokenHash, visitor_id: visitor, created_at: at }).execute()
  },
}
