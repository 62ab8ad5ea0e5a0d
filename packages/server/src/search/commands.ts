import { refuse } from '../platform/capability.ts'
import { documentOf } from './document.ts'
import type { Indexed } from './events.ts'
import type { Search } from './index.ts'
import { readForIndex, readFreeNumber } from './reads.ts'

export const commands: Search['commands'] = {
  'search.index': async (tx, { conversations }, { actor, now }) => {
    if (actor.kind !== 'system') return refuse('forbidden')
    const documents: Indexed[] = []
    for (const conversation of conversations) {
      const found = await readForIndex(tx, conversation)
      if (!found) continue
      const { lines, lastOrdinal } = found
      const given = documents.map((document) => document.number)
      const number = found.number ?? (await readFreeNumber(tx, { openedAt: found.openedAt, given }))
      const ordinal = lines.at(-1)?.ordinal ?? lastOrdinal
      documents.push({ conversation, number, terms: documentOf(found.before, found), ordinal, isBehind: ordinal < lastOrdinal })
    }
    return documents.length === 0 ? [] : [{ type: 'search.indexed', documents, at: now() }]
  },
}
