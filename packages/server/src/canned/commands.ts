import { readChannelNames } from '../channels/reads.ts'
import { refuse } from '../platform/capability.ts'
import { write } from './canned.ts'
import type { CannedEvent } from './events.ts'
import type { CannedResponses } from './index.ts'
import { has, mayChange, mayShare } from './policy.ts'
import { countShared, findCanned, isCannedTaken, readChangedAt, readMadeBy } from './reads.ts'

export const commands: CannedResponses['commands'] = {
  'canned.write': async (tx, { canned: id, type: _, ...said }, { actor, now }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    const before = await findCanned(tx, id)
    const refused = (before && mayChange(actor, before)) ?? mayShare(actor, said.sharedWith)
    if (refused) return refused
    // It is gone, or somebody else's whom he does not know of.
    if (!before && (said.version > 0 || (await isCannedTaken(tx, id)))) return refuse('not-found')
    const { sharedWith } = said
    if (sharedWith.kind === 'channels') {
      const known = new Set((await readChannelNames(tx)).map((channel) => channel.id))
      if (sharedWith.channels.some((channel) => !known.has(channel))) return refuse('not-found')
    }
    const by = before?.by ?? actor.id
    const others = (await readMadeBy(tx, by)).filter((other) => other.id !== id)
    const shared = await countShared(tx, { but: id })
    return write({ id, by, ...said }, { before, others, shared, at: Math.max(now(), (await readChangedAt(tx)) + 1) })
  },
  'canned.remove': async (tx, { canned: id }, { actor, now }) => {
    const canned = await findCanned(tx, id)
    if (!canned) return actor.kind === 'operator' ? [] : refuse('forbidden')
    const refused = mayChange(actor, canned)
    if (refused) return refused
    const removed: CannedEvent = {
      type: 'canned.removed',
      canned,
      isShown: canned.sharedWith.kind !== 'nobody',
      at: Math.max(now(), (await readChangedAt(tx)) + 1),
    }
    return [removed]
  },
  'canned.use': async (tx, { canned: id }, { actor, now }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    const canned = await findCanned(tx, id)
    if (!canned || !has(actor, canned)) return refuse('not-found')
    return [{ type: 'canned.used', canned: id, operator: actor.id, at: now() }]
  },
}
