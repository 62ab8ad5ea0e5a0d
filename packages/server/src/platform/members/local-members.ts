import type { Members } from './members.ts'
import { openOwnMembers, type OwnMembers } from './own-members.ts'

/** Nodes of one process; a server on its own is alone in its room. */
export type MembersRoom = Set<OwnMembers>

export function openLocalMembers(room: MembersRoom = new Set()): Members {
  const own = openOwnMembers()
  room.add(own)

  return {
    join: async (topic, member) => own.add(topic, member),
    leave: async (topic, member) => own.remove(topic, member),
    list: async (topics) =>
      new Map(topics.map((topic) => [topic, [...new Set([...room].flatMap((each) => each.of(topic)))].toSorted()])),
    renew: async () => void room.add(own),
    close: async () => void room.delete(own),
  }
}
