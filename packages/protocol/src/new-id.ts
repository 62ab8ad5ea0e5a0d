/** A UUID of version 7: it begins with its instant, so what is made together lies together in every index. */
export function newId<Id extends string = string>(at: number = Date.now()): Id {
  const instant = at.toString(16).padStart(12, '0')
  return `${instant.slice(0, 8)}-${instant.slice(8)}-7${randomUuid().slice(15)}` as Id // of whatever it is made for
}

// crypto.randomUUID is missing on pages served over plain http; getRandomValues is not, but costs more than all the rest.
const pool = new Uint8Array(1024)
let used = pool.length

function randomUuid(): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  const bytes = pool.slice(used, (used += 16))
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
