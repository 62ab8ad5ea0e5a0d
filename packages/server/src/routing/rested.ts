import type { ChannelOptions } from '@portico/protocol/options'
import type { Considered } from './candidates.ts'

/** Long before any conversation: nobody has to rest from it. */
const LONG_AGO = 0

/** Where the channel lets nobody rest, all that he has was given long ago. */
export const rested = <C extends Considered>(
  candidates: readonly C[],
  { restsAfterNew }: Pick<ChannelOptions, 'restsAfterNew'>,
): C[] =>
  candidates.map((each) =>
    restsAfterNew ? each : { ...each, left: [], held: each.held.map((one) => ({ ...one, givenAt: LONG_AGO })) },
  )
