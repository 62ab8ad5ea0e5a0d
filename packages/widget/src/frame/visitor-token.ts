import type { OutboxStorage } from '@portico/client/surroundings'

export const TOKEN_KEY = 'portico.token'
const TOKEN_BYTES = 32

/** The visitor's secret, the same in every channel; minted with the first act and never before. */
export function readOrMintToken(storage: OutboxStorage): string {
  const kept = storage.get(TOKEN_KEY)
  if (kept) return kept
  const bytes = crypto.getRandomValues(new Uint8Array(TOKEN_BYTES))
  const token = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  storage.set(TOKEN_KEY, token)
  return token
}
