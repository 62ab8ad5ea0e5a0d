import { hash } from 'node:crypto'

const HEX_DIGITS = 12

/**
 * A number in [0, 1), always the same for the same parts: the first 48 bits of their SHA-256 (FIPS 180-4) over 2^48.
 * The parts are hashed as a JSON list, so that ['a', 'bc'] and ['ab', 'c'] differ. Changing this moves every visitor.
 */
export function fractionOf(...parts: readonly string[]): number {
  const digest = hash('sha256', JSON.stringify(parts), 'hex')
  return Number.parseInt(digest.slice(0, HEX_DIGITS), 16) / 16 ** HEX_DIGITS
}
