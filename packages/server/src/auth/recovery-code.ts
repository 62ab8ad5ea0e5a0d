import { randomInt } from 'node:crypto'
import { RECOVERY_CODES } from './second-factor.ts'
import { hashToken } from './token.ts'

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789' // none that are taken for another
const GROUPS = 6
const GROUP_LENGTH = 4

/** 120 random bits each: nobody guesses one, not even from its hash, so a plain one will do. */
export const mintRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, mint)

/** However it was typed. */
export const hashRecoveryCode = (code: string): string => hashToken(code.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))

const mint = (): string => Array.from({ length: GROUPS }, group).join('-')
const group = (): string => Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
