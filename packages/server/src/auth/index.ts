import { capability, type Capability } from '../platform/capability.ts'
import { broadcasts } from './broadcasts.ts'
import { commands } from './commands.ts'
import type { AuthCommand, AuthEvent } from './events.ts'
import { deliver } from './mails.ts'
import { readColleagues } from './reads.ts'
import { findInvitation, findInvitationById } from './reads/invitations.ts'
import { findReset } from './reads/resets.ts'
import { readDeviations } from './reads/rights.ts'
import { restored } from './restored.ts'
import { allRights } from './rights.ts'
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
    // Whoever makes something that lasts is locked with it: it cannot be made while he is sent away.
    'operator.invite': ({ tokenHash }, actor) => [`invitation:${tokenHash}`, `operator:${actor.id}`],
    'operator.join': async ({ tokenHash, email }, _, db) => {
      const invitation = await findInvitation(db, tokenHash)
      const maker = invitation ? [`operator:${invitation.by}` as const] : []
      return [`invitation:${tokenHash}`, `account:${email.toLowerCase()}`, ...maker]
    },
    'invitation.mail': ({ tokenHash }, actor) => ['site:mails', `invitation:${tokenHash}`, `operator:${actor.id}`],
    'invitation.mint': async ({ invitation: id, tokenHash }, _, db) => {
      const invitation = await findInvitationById(db, id)
      const known = invitation ? [`invitation:${invitation.tokenHash}` as const, `operator:${invitation.by}` as const] : []
      return [`invitation:${tokenHash}`, ...known]
    },
    'invitation.cancel': async ({ invitation: id }, _, db) => {
      const invitation = await findInvitationById(db, id)
      return invitation ? [`invitation:${invitation.tokenHash}`] : []
    },
    'operator.revoke': ({ operator }) => ['site:accounts', `operator:${operator}`],
    'operator.restore': ({ operator }) => ['site:accounts', `operator:${operator}`],
    'operator.change-role': ({ operator }) => ['site:accounts', `operator:${operator}`],
    'right.set': () => ['site:rights'],
    'email.change': ({ email }, actor) => [`account:${email.toLowerCase()}`, `operator:${actor.id}`],
    'password.change': (_, actor) => [`operator:${actor.id}`],
    'reset.offer': ({ operator }, actor) => [`operator:${operator}`, `operator:${actor.id}`],
    'reset.mail': ({ operator }, actor) => ['site:mails', `operator:${operator}`, `operator:${actor.id}`],
    'reset.print': ({ operator }) => [`operator:${operator}`],
    'reset.mint': ({ operator, by }) => [`operator:${operator}`, `operator:${by}`],
    'reset.use': async ({ tokenHash }, _, db) => {
      const reset = await findReset(db, tokenHash)
      return reset ? [`operator:${reset.operator}`, `operator:${reset.by}`] : []
    },
    'second-factor.begin': ({ operator }) => [`operator:${operator}`],
    'second-factor.confirm': ({ operator }) => [`operator:${operator}`],
    'second-factor.remove': (_, actor) => [`operator:${actor.id}`],
    'second-factor.demand': (_, actor) => ['site:accounts', `operator:${actor.id}`],
    'recovery-codes.renew': (_, actor) => [`operator:${actor.id}`],
    'try.take': ({ key }) => [`token:${key}`],
    'try.give-back': ({ key }) => [`token:${key}`],
    'try.forget': ({ keys }) => keys.map((key) => `token:${key}` as const),
    'operator.rename': (_, actor) => [`operator:${actor.id}`],
    'operator.choose-language': (_, actor) => [`operator:${actor.id}`],
    'operator.choose-alias': (_, actor) => [`operator:${actor.id}`],
    'session.start': ({ operator }) => [`operator:${operator}`],
    'session.revoke-others': (_, actor) => [`operator:${actor.id}`],
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
  snapshots: {
    settings: async (db) => ({ colleagues: await readColleagues(db), rights: allRights(await readDeviations(db)) }),
  },
  restored,
  deliver,
  routes: async () => (await import('./routes.ts')).routes,
})
