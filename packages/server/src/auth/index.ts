import { capability, type Capability } from '../platform/capability.ts'
import { broadcasts } from './broadcasts.ts'
import { commands } from './commands.ts'
import type { AuthCommand, AuthEvent } from './events.ts'
import { security } from './security.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

export type Auth = Capability<AuthCommand, AuthEvent>

export const auth = capability<AuthCommand, AuthEvent>({
  name: 'auth',
  migrations,
  subjects: {
    'setup.offer': () => ['site:accounts'],
    'owner.create': () => ['site:accounts'],
    'operator.invite': ({ tokenHash }) => [`invitation:${tokenHash}`],
    'operator.join': ({ tokenHash, email }) => [`invitation:${tokenHash}`, `account:${email.toLowerCase()}`],
    'operator.revoke': ({ operator }) => ['site:accounts', `operator:${operator}`],
    'operator.rename': (_, actor) => [`operator:${actor.id}`],
    'session.start': ({ operator }) => [`operator:${operator}`],
    'session.revoke': ({ session }, actor) => [`session:${session}`, `operator:${actor.id}`],
    // What is counted in one minute is counted by one after the other.
    'proof.refuse': () => ['site:proofs'],
    'wait.note': () => ['site:proofs'],
    'visitor.recognise': ({ tokenHash }) => [`token:${tokenHash}`],
  },
  commands,
  writes,
  broadcasts,
  security,
  routes: async () => (await import('./routes.ts')).routes,
})
