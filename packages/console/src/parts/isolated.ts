const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff]/u

/** A name for the middle of a sentence: its writing direction stays its own and cannot turn the sentence around. */
export function isolated(name: string): string {
  const plain = name.replace(CONTROLS, '')
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain
}
