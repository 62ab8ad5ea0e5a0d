import { createContext, useContext } from 'react'
import { useLanguage } from '../messages/language-context.tsx'
import type { Name, Room } from './room.ts'

export const RoomsContext = createContext<readonly Room[]>([])

/** All rooms, from left to right. */
export const useRooms = (): readonly Room[] => useContext(RoomsContext)

/** Says a name in the reader’s language. */
export function useNaming(): (name: Name) => string {
  const language = useLanguage()
  return (name) => name[language]
}
