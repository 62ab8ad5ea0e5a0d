import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, in base64url: 43 characters. */
export const mintToken = (): string => randomBytes(32).toString('base64url')

/** What is stored. A plain hash will do: nobody guesses 256 bits, and looking it up must be cheap. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
