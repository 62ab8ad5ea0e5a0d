// The arithmetic of a challenge, apart from its schema: clients carry it too.

/** What both sides hash with SHA-256, as UTF-8. */
export const challengeText = (puzzle: string, number: number): string => `${puzzle} ${number}`

/** Whether a digest begins with so many zero bits. */
export function hasZeroBits(digest: Uint8Array, bits: number): boolean {
  for (let bit = 0; bit < bits; bit++) if (((digest[bit >> 3] ?? 0xff) >> (7 - (bit & 7))) & 1) return false
  return true
}
