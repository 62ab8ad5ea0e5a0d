import type { Colleague } from '@portico/protocol/auth'
import type { Steps } from './applier.ts'
import { upsert } from './upsert.ts'

export const authSteps = {
  operator: {
    'me.changed': (view, { me }) => ({ ...view, me }),
    'role.changed': (view, { role }) => ({ ...view, me: { ...view.me, role } }),
    // They are asked for by request.
    'sessions.changed': (view) => view,
  },
  settings: {
    'colleague.changed': (view, { colleague }) => ({ ...view, colleagues: upsert(view.colleagues, colleague, byJoining) }),
    'colleague.gone': (view, event) => ({
      ...view,
      colleagues: view.colleagues.filter(({ id }) => id !== event.operator),
      presences: view.presences.filter(({ operator }) => operator !== event.operator),
      members: view.members.filter(({ operator }) => operator !== event.operator),
    }),
  },
} satisfies Steps

const byJoining = {
  key: (colleague: Colleague) => colleague.id,
  before: (a: Colleague, b: Colleague) => a.joinedAt < b.joinedAt || (a.joinedAt === b.joinedAt && a.id < b.id),
}
