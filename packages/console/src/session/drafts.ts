const PREFIX = 'portico.draft.'

const listeners = new Set<() => void>()

/** Half-written words lie in this tab under the name of whoever wrote them, until he is withdrawn or signs out. */
export const draftKey = (...parts: readonly string[]): string => `${PREFIX}${parts.join('.')}`

export const readDraft = (key: string): string => sessionStorage.getItem(key) ?? ''

export function keepDraft(key: string, text: string): void {
  if (text === '') sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, text)
  for (const changed of listeners) changed()
}

export function onDraft(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** Whoever signs in next in this tab finds nothing half written. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
}
