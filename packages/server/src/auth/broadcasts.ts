import type { OperatorId } from '@portico/protocol/ids'
import type { Shown } from '../platform/capability.ts'
import { setParts } from '../platform/set-parts.ts'
import type { Auth } from './index.ts'

export const broadcasts: Auth['broadcasts'] = {
  'setup.offered': () => [],
  'operator.invited': () => [],
  'invitation.accepted': () => [],
  'invitation.ended': () => [],
  'visitor.recognised': () => [],
  'proof.refused': () => [],
  'wait.reached': () => [],
  'reset.offered': () => [],
  'reset.mailed': () => [],
  'invitation.mailed': () => [],
  'invitation.renewed': () => [],
  'reset.ended': () => [],
  'try.taken': () => [],
  'try.given-back': () => [],
  'tries.forgotten': () => [],
  'second-factor.begun': () => [],
  'second-factor.shown': () => [],
  'recovery-code.used': () => [],
  'recovery-codes.renewed': () => [],
  // Whatever changes what a session may do is an entry on its person's topic: connections read anew what they may.
  'second-factor.confirmed': ({ operator }) => sessionsChanged(operator),
  'second-factor.removed': ({ operator }) => sessionsChanged(operator),
  'second-factor.demanded': ({ lacking }) => lacking.flatMap(sessionsChanged),
  'password.changed': ({ operator }) => sessionsChanged(operator),
  'password.reset': ({ operator }) => sessionsChanged(operator),
  'operator.joined': ({ operator }) => [['settings', { type: 'colleague.changed', colleague: operator }]],
  'language.chosen': ({ me }) => [[`operator:${me.id}`, { type: 'me.changed', me }]],
  'alias.chosen': ({ me }) => [[`operator:${me.id}`, { type: 'me.changed', me }]],
  'operator.renamed': ({ me }) => {
    const { email: _, channels: __, language: ___, alias: ____, ...colleague } = me
    return [
      [`operator:${me.id}`, { type: 'me.changed', me }],
      ['settings', { type: 'colleague.changed', colleague }],
    ]
  },
  'role.changed': ({ operator }) => [
    [`operator:${operator.id}`, { type: 'role.changed', role: operator.role }],
    ['settings', { type: 'colleague.changed', colleague: operator }],
  ],
  'right.set': ({ rights }) => setParts('settings', { rights: [...rights] }),
  'email.changed': ({ me }) => [[`operator:${me.id}`, { type: 'me.changed', me }]],
  'operator.revoked': ({ operator }) => [...sessionsChanged(operator), ['settings', { type: 'colleague.gone', operator }]],
  'operator.restored': ({ operator }) => [['settings', { type: 'colleague.changed', colleague: operator }]],
  'session.started': ({ operator }) => sessionsChanged(operator),
  'session.ended': ({ operator }) => sessionsChanged(operator),
  'sessions.ended': ({ operator }) => sessionsChanged(operator),
}

function sessionsChanged(operator: OperatorId): Shown[] {
  return [[`operator:${operator}`, { type: 'sessions.changed' }]]
}
