import type { IdentityKey } from '@portico/protocol/customers'
import { useState } from 'react'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Table } from '../parts/table.tsx'
import { EndKey } from './end-key.tsx'
import { customersTexts } from './texts.ts'

type Props = { keys: readonly IdentityKey[]; changed: () => void }

/** The keys of a channel, those that have ended too. */
export function KeysTable({ keys, changed }: Props) {
  const { customers: words } = useTexts(customersTexts)
  const format = useFormat()
  const [ending, setEnding] = useState<IdentityKey>()
  const until = (endsAt: number | null) => {
    if (endsAt === null) return words.noEnd
    return (endsAt <= Date.now() ? words.ended : words.ends)(format.dateTime(endsAt))
  }
  return (
    <>
      <Table
        label={words.keys}
        columns={[
          { name: words.algorithm },
          { name: words.madeColumn, narrow: true },
          { name: words.usedColumn, narrow: true },
          { name: words.endColumn },
          { name: words.actions, hidden: true },
        ]}
        rows={keys}
        keyOf={({ id }) => id}
        cells={(key) => [
          key.algorithm === 'HS256' ? words.secretOf : words.publicOf(key.algorithm),
          words.made(format.dateTime(key.madeAt), key.by.name),
          key.usedAt === null ? words.never : format.dateTime(key.usedAt),
          until(key.endsAt),
          (key.endsAt === null || key.endsAt > Date.now()) && (
            <Button key="end" onClick={() => setEnding(key)}>
              {words.end}
            </Button>
          ),
        ]}
      />
      {ending && <EndKey of={ending} close={() => setEnding(undefined)} ended={changed} />}
    </>
  )
}
