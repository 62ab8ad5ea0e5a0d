// Over the limits on newcomers from one address nobody is turned away: he waits, or lets his machine work for about a second
// and comes in at once. A challenge is solved by any number that makes the digest of its puzzle begin with enough zero bits.
import * as s from './schema.ts'

export const challenge = s.object({ puzzle: s.string(), bits: s.int() })
export const solution = s.object({ puzzle: s.string().max(200), number: s.int().min(0) })

export type Challenge = s.Infer<typeof challenge>
export type Solution = s.Infer<typeof solution>
