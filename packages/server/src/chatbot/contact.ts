import type { Run } from './run.ts'

/** How to reach the visitor, by his own word: the first valid e-mail address and the first telephone number given. */
export function contactOf({ given }: Run): { email: string | null; phone: string | null } {
  const addresses = given.flatMap((one) => (one.kind === 'email' && one.address !== null ? [one.address] : []))
  const phone = given.find(({ kind }) => kind === 'phone')
  return { email: addresses[0] ?? null, phone: phone?.raw ?? null }
}
