import type { Auth } from './index.ts'

export const broadcasts: Auth['broadcasts'] = {
  'setup.offered': () => [],
  'operator.invited': () => [],
  'invitation.accepted': () => [],
  'visitor.recognised': () => [],
  'proof.refused': () => [],
  'wait.reached': () => [],
  'operator.joined': ({ operator }) => [['settings', { type: 'colleague.changed', colleague: operator }]],
  'operator.renamed': ({ me }) => {
    const { email: _, channels: __, ...colleague } = me
    return [
      [`operator:${me.id}`, { type: 'me.changed', me }],
      ['settings', { type: 'colleague.changed', colleague }],
    ]
  },
  'operator.revoked': ({ operator }) => [
    [`operator:${operator}`, { type: 'sessions.changed' }],
    ['settings', { type: 'colleague.gone', operator }],
  ],
  'session.started': ({ operator }) => [[`operator:${operator}`, { type: 'sessions.changed' }]],
  'session.ended': ({ operator }) => [[`operator:${operator}`, { type: 'sessions.changed' }]],
}
