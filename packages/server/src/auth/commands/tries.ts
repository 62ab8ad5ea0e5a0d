import { refuse } from '../../platform/capability.ts'
import { internal } from '../../platform/internal.ts'
import type { Auth } from '../index.ts'
import { findTries } from '../reads/tries.ts'
import { waitOf, withOneMore } from '../tries.ts'

/** Counted before anything is compared, so that many that come at once are not all the first. */
export const triesCommands: Pick<Auth['commands'], 'try.take' | 'try.give-back' | 'try.forget'> = {
  'try.take': internal(async (tx, { key, from }, ctx) => {
    const [known, at] = [await findTries(tx, key), ctx.now()]
    const afterMs = known ? waitOf(known, from, at) : 0
    return afterMs > 0 ? refuse('retry', { afterMs }) : [{ type: 'try.taken', key, ...withOneMore(known, at) }]
  }),
  'try.give-back': internal(async (tx, { key }) => {
    return (await findTries(tx, key)) ? [{ type: 'try.given-back', key }] : []
  }),
  'try.forget': internal(async (_tx, { keys }) => [{ type: 'tries.forgotten', keys }]),
}
