import { useNaming, useRooms } from './use-rooms.ts'

/** How an action is called, as the room that declares it says. */
export function useActionName(): (action: string) => string {
  const naming = useNaming()
  const keys = useRooms().flatMap((room) => room.keys ?? [])
  return (action) => {
    const key = keys.find((known) => known.action === action)
    if (!key) throw new Error(`no room declares the action ${action}`)
    return naming(key.name)
  }
}
