import { writeTerms } from '../platform/db/terms.ts'
import type { Search } from './index.ts'
import { TEXTS } from './tables.ts'

export const writes: Search['writes'] = {
  'search.indexed': async (tx, { documents, at }) => {
    for (const { conversation, number, terms, ordinal, isBehind } of documents) {
      await writeTerms(tx, TEXTS, { number, terms })
      await tx
        .updateTable('conversation')
        .set({ search_number: number, indexed_ordinal: ordinal, indexed_at: isBehind ? 0 : at })
        .where('id', '=', conversation)
        .execute()
    }
  },
}
