import type { Invitation } from '@portico/protocol/colleagues'
import type { ConversationView } from '@portico/protocol/conversations'
import { isAtLeast, type Level } from '@portico/protocol/level-order'
import type { OperatorId } from '@portico/protocol/ids'
import type { Sitting } from '@portico/protocol/seats'

type Known = {
  me: OperatorId
  level: Level | undefined
  supervises: boolean
  sittings: readonly Sitting[]
  invitations: readonly Invitation[]
}

/** What I am in a conversation, and what I can become; each `why` is the reason for not. */
export type PartIn = {
  part: 'contributes' | 'observes' | 'none'
  /** Whoever stays with the visitor when I go. */
  others: readonly string[]
  invitation: Invitation | undefined
  observing: 'switch' | 'supervise' | 'not-invited' | 'alone' | 'not-in' | 'not-running' | 'observes'
  takesPart: boolean
  leaving: 'leave' | 'alone' | 'not-in'
}

/** The rules of the server (IV4 to IV8), so that what it would refuse is grey with the reason. */
export function partIn(view: Pick<ConversationView, 'id' | 'phase' | 'observers'>, known: Known): PartIn {
  const { me, level, supervises, sittings, invitations } = known
  const { phase, observers = [] } = view
  const within = phase.state === 'active' ? phase.operators : []
  const contributes = within.some(({ id }) => id === me)
  const observes = observers.some(({ id }) => id === me)
  const others = within.filter(({ id }) => id !== me).map(({ name }) => name)
  const wasLetIn = sittings.some(({ conversation }) => conversation === view.id)
  const runs = phase.state === 'active'
  const switching = !wasLetIn ? 'not-invited' : others.length === 0 ? 'alone' : 'switch'
  const unasked = !runs ? 'not-running' : supervises && level !== undefined ? 'supervise' : 'not-in'
  return {
    part: contributes ? 'contributes' : observes ? 'observes' : 'none',
    others,
    invitation: contributes || observes ? undefined : invitations.find(({ conversation }) => conversation === view.id),
    observing: observes ? 'observes' : contributes ? switching : unasked,
    takesPart: observes && runs && isAtLeast(level, 'participant'),
    leaving: observes ? 'leave' : !contributes ? 'not-in' : others.length === 0 ? 'alone' : 'leave',
  }
}
