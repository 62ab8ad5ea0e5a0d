import { hash, verify } from '@node-rs/argon2'
import { takingTurns, type Lane } from './taking-turns.ts'

// Argon2id (the library's default algorithm) with OWASP's first choice of cost: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Of the whole process: each takes its 19 MiB, and a thread that files and names need too. */
const AT_ONCE = 2
const WAITING_MAX = 40

const turns = takingTurns({ atOnce: AT_ONCE, waitingMax: WAITING_MAX })

export const BUSY_RETRY_MS = 1000

export const isBusy = (lane: Lane): boolean => turns.isFull(lane)

/** Undefined where too many wait already. */
export const hashPassword = (password: string, lane: Lane = 'anybody'): Promise<string> | undefined =>
  turns.take(lane, () => hash(password, COST))

type Compared = { password: string; hashed: string | undefined; lane: Lane }

/** As slow for an account that is not there as for a wrong password, so that asking tells nobody who has one. */
export const isPassword = ({ password, hashed, lane }: Compared): Promise<boolean> | undefined =>
  turns.take(lane, async () => {
    const right = await verify(hashed ?? (await decoy()), password)
    return right && hashed !== undefined
  })

let made: Promise<string> | undefined
const decoy = () => (made ??= hash('nobody has this password', COST))
