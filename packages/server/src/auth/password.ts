import { hash, verify } from '@node-rs/argon2'

// Argon2id (the library's default algorithm) with OWASP's first choice of cost: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, COST)

/** As slow for an account that is not there as for a wrong password, so that asking tells nobody who has one. */
export async function isPassword(password: string, hashed: string | undefined): Promise<boolean> {
  const right = await verify(hashed ?? (await decoy), password)
  return right && hashed !== undefined
}

const decoy = hashPassword('nobody has this password')
