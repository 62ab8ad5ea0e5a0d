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
  // It is told with the account that was made.
  'invitation.accepted': 'none',
  'operator.renamed': ({ me }) => ({ kind: 'account-changed', detail: 'name', object: me.name }),
  'operator.revoked': ({ operator }) => ({ kind: 'operator-withdrawn', about: operator }),
  'session.started': ({ operator }) => ({ kind: 'signed-in', by: operator }),
  'session.ended': ({ operator, session }, actor) => ({
    kind: 'session-ended',
    detail: actor.kind === 'operator' && actor.session === session ? 'signed-out' : 'elsewhere',
    about: operator,
  }),
  'proof.refused': ({ proof, operator }) => ({ kind: 'sign-in-failed', detail: proof, ...(operator && { about: operator }) }),
  'wait.reached': ({ wait, operator }) => ({ kind: 'wait', detail: wait, ...(operator && { about: operator }) }),
}
