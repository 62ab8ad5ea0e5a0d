import type { Topic } from '@portico/protocol/topics'

export type OwnMembers = {
  add: (topic: Topic, member: string) => void
  remove: (topic: Topic, member: string) => void
  of: (topic: Topic) => readonly string[]
  all: () => readonly (readonly [Topic, readonly string[]])[]
}

/** Those of this node: the only ones that it need not ask for. */
export function openOwnMembers(): OwnMembers {
  const members = new Map<Topic, Set<string>>()

  return {
    add: (topic, member) => void members.set(topic, (members.get(topic) ?? new Set()).add(member)),
    remove: (topic, member) => {
      const own = members.get(topic)
      own?.delete(member)
      if (own?.size === 0) members.delete(topic)
    },
    of: (topic) => [...(members.get(topic) ?? [])],
    all: () => [...members].map(([topic, own]) => [topic, [...own]] as const),
  }
}
