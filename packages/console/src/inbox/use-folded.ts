import { useState } from 'react'

const KEY = 'portico.folded'
const FOLDED_AT_FIRST = 'closed'

/** Whether a group of the list is folded; remembered as one list of names. */
export function useFolded(name: string): [boolean, (folded: boolean) => void] {
  const [folded, setFolded] = useState(() => read().has(name))
  const fold = (now: boolean) => {
    const names = read()
    if (now) names.add(name)
    else names.delete(name)
    localStorage.setItem(KEY, [...names].join(' '))
    setFolded(now)
  }
  return [folded, fold]
}

export const isFolded = (name: string): boolean => read().has(name)

const read = (): Set<string> => new Set((localStorage.getItem(KEY) ?? FOLDED_AT_FIRST).split(' ').filter(Boolean))
