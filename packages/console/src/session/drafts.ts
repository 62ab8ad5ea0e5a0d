const PREFIX = 'portico.draft.'

/** Half-written words lie in this tab under the name of whoever wrote them, until he is withdrawn or signs out. */
export const draftKey = (...parts: readonly string[]): string => `${PREFIX}${parts.join('.')}`

/** Whoever signs in next in this tab finds nothing half written. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
}
