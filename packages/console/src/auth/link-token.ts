const KEY = 'linkToken'
const TOKEN = /^#?token=([\w-]+)$/

/** The token in the fragment of an address, which browsers send to nobody. */
export const tokenIn = (fragment: string): string | undefined => TOKEN.exec(fragment)?.[1]

type Entry = Pick<History, 'state' | 'replaceState'>

/** Takes the token out of the address, before anybody copies or bookmarks it; with this entry of the history it survives a reload. */
export const keepLinkToken = (entry: Entry, token: string): void =>
  entry.replaceState({ ...stateOf(entry), [KEY]: token }, '', location.pathname + location.search)

export function keptLinkToken(entry: Entry): string {
  const kept = stateOf(entry)[KEY]
  return typeof kept === 'string' ? kept : ''
}

const stateOf = ({ state }: Entry): Record<string, unknown> => (typeof state === 'object' && state !== null ? { ...state } : {})
