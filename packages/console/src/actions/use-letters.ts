import { useMemo } from 'react'
import { useRooms } from '../rooms/use-rooms.ts'
import type { Letters } from './key-action.ts'

export function useLetters(): Letters {
  const rooms = useRooms()
  return useMemo(() => {
    const keys = rooms.flatMap((room) => room.keys ?? [])
    return new Map(keys.flatMap(({ letter, action }) => (letter === undefined ? [] : [[letter, action]])))
  }, [rooms])
}
