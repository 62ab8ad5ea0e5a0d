/** A UUID of version 7: it begins with its instant, so what is made together lies together in every index. */
export function newId<Id extends string = string>(at: number = Date.now()): Id {
  const instant = at.toString(16).padStart(12, '0')
  if (used + RANDOM_BYTES > pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  const hex = (bytes: number, mask = 0xff, bits = 0): string => {
    let text = ''
    while (bytes-- > 0) text += HEX[((pool[used++] ?? 0) & mask) | bits]
    return text
  }
  return `${instant.slice(0, 8)}-${instant.slice(8)}-${hex(1, 0x0f, 0x70)}${hex(1)}-${hex(1, 0x3f, 0x80)}${hex(1)}-${hex(6)}` as Id // of whatever it is made for
}

// crypto.randomUUID is missing on pages served over plain http; getRandomValues is not, but costs more than all the rest.
const RANDOM_BYTES = 10
const pool = new Uint8Array(1000)
let used = pool.length
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
