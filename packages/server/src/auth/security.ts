import type { Auth } from './index.ts'

export const security: Auth['security'] = {
  'setup.offered': 'none',
  'visitor.recognised': 'none',
  'operator.joined': ({ operator: { id, role }, by }) => ({
    kind: by === 'setup' ? 'set-up' : 'invitation-accepted',
    by: id,
    object: role,
  }),
  'operator.invited': ({ role }) => ({ kind: 'invitation-made', object: role }),
  // It is told with the invitation.
  'invitation.mailed': 'none',
  'invitation.renewed': 'none',
  // It is told with the account that was made.
  'invitation.accepted': 'none',
  'language.chosen': 'none',
  'alias.chosen': 'none',
  'operator.renamed': ({ me }) => ({ kind: 'account-changed', detail: 'name', object: me.name }),
  'operator.revoked': ({ operator }) => ({ kind: 'operator-withdrawn', about: operator }),
  'operator.restored': ({ operator: { id } }) => ({ kind: 'operator-restored', about: id }),
  'session.started': ({ operator }) => ({ kind: 'signed-in', by: operator }),
  'session.ended': ({ operator, session }, actor) => ({
    kind: 'session-ended',
    detail: actor.kind === 'operator' && actor.session === session ? 'signed-out' : 'elsewhere',
    about: operator,
  }),
  'sessions.ended': ({ operator }) => ({ kind: 'session-ended', detail: 'elsewhere', about: operator }),
  'invitation.ended': ({ ending }) => (ending === 'cancelled' ? { kind: 'invitation-cancelled' } : undefined),
  'email.changed': () => ({ kind: 'account-changed', detail: 'email' }),
  'right.set': ({ role, right, isHeld }) => ({
    kind: 'settings-changed',
    detail: isHeld ? 'right-given' : 'right-taken',
    object: `${role} ${right}`,
  }),
  'role.changed': ({ operator: { id, role } }) => ({ kind: 'role-changed', about: id, object: role }),
  'password.changed': () => ({ kind: 'account-changed', detail: 'password' }),
  'reset.offered': ({ operator, by }) =>
    by === operator
      ? { kind: 'account-changed', detail: 'reset-link-printed', about: operator }
      : { kind: 'account-changed', detail: 'reset-link-made', by, about: operator },
  // It is told when the link is made.
  'reset.mailed': 'none',
  'reset.ended': 'none',
  'password.reset': ({ operator }) => ({ kind: 'account-changed', detail: 'reset-link-used', by: operator, about: operator }),
  'second-factor.begun': 'none',
  'second-factor.confirmed': ({ operator }) => ({ kind: 'account-changed', detail: 'second-factor-on', by: operator }),
  'second-factor.removed': ({ operator, by }) => ({ kind: 'account-changed', detail: 'second-factor-off', by, about: operator }),
  'second-factor.shown': 'none',
  'second-factor.demanded': ({ of }) => ({ kind: 'settings-changed', detail: 'second-factor-demanded', object: of }),
  'recovery-code.used': ({ operator }) => ({ kind: 'account-changed', detail: 'recovery-codes', by: operator }),
  'recovery-codes.renewed': ({ operator }) => ({ kind: 'account-changed', detail: 'recovery-codes', by: operator }),
  // Of tries those that had to wait, or were wrong, are told.
  'try.taken': 'none',
  'try.given-back': 'none',
  'tries.forgotten': 'none',
  'proof.refused': ({ proof, operator }) => ({ kind: 'sign-in-failed', detail: proof, ...(operator && { about: operator }) }),
  'wait.reached': ({ wait, operator }) => ({ kind: 'wait', detail: wait, ...(operator && { about: operator }) }),
}
