import { useQueryClient } from '@tanstack/react-query'
import { mayAdminister } from '../auth/may-administer.ts'
import { useMe } from '../auth/me-context.tsx'
import { useDrafting } from '../channels/drafting.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import type { SectionProps } from '../rooms/room.ts'
import { AddPublicKey } from './add-public-key.tsx'
import styles from './customers.module.css'
import { KeysTable } from './keys-table.tsx'
import { MakeSecret } from './make-secret.tsx'
import { customersTexts } from './texts.ts'
import { keysOf, useIdentityKeys } from './use-identity-keys.ts'

const WHO = ['optional', 'required'] as const

/** Who may write in the channel, and by which keys its site says who that is. */
export function CustomersSection({ channel: { id }, disabled }: SectionProps) {
  const { customers: words } = useTexts(customersTexts)
  const { draft, change } = useDrafting()
  const me = useMe()
  const isAdministrator = mayAdminister(me)
  const { data, isError } = useIdentityKeys(id, isAdministrator)
  const queries = useQueryClient()
  const changed = () => void queries.invalidateQueries({ queryKey: keysOf(id) })
  const holding = data?.keys.filter(({ endsAt }) => endsAt === null || endsAt > Date.now())
  const isWithout = holding?.length === 0
  return (
    <section className={styles['section']} aria-label={words.section}>
      <fieldset className={styles['who']} disabled={disabled}>
        <b>{words.who}</b>
        <Choice
          label={words.who}
          value={draft.identification}
          choose={(identification) => change({ identification })}
          options={WHO.map((value) => ({ value, label: words.whoChoices[value] }))}
        />
        <small className="faint">{words.whoHint}</small>
      </fieldset>
      <h3>{words.keys}</h3>
      <p>{isAdministrator ? words.keysText : words.adminsOnly}</p>
      {isError && <p role="alert">{words.failed}</p>}
      {isAdministrator && !data && !isError && <Skeleton rows={2} />}
      {isWithout && <p role="status">{draft.identification === 'required' ? words.nobodyCan : words.noKey}</p>}
      {data && data.keys.length > 0 && <KeysTable keys={data.keys} changed={changed} />}
      {data && (
        <div className={styles['actions']}>
          <MakeSecret channel={id} made={changed} />
          <AddPublicKey channel={id} added={changed} />
        </div>
      )}
    </section>
  )
}
