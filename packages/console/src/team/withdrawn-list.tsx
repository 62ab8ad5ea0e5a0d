import type { WithdrawnAnswer } from '@portico/protocol/auth'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useEffect } from 'react'
import { useCommand } from '../live/use-command.ts'
import { useView } from '../live/use-view.ts'
import { useFormat, useMessages, useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { tell } from '../parts/toast.tsx'
import { request } from '../requests/request.ts'
import { failureText } from '../requests/request-failure.ts'
import styles from './team.module.css'
import { teamTexts } from './texts.ts'

const WITHDRAWN = ['withdrawn']

/** Accounts that were deactivated: whoever may deactivate brings them back. */
export function WithdrawnList() {
  const messages = useMessages()
  const { withdrawn: words } = useTexts(teamTexts)
  const queries = useQueryClient()
  const query = useQuery({ queryKey: WITHDRAWN, queryFn: () => request<WithdrawnAnswer>('/api/operators/withdrawn') })
  const colleagues = useView<'settings'>('settings')?.colleagues.length
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: WITHDRAWN })
  }, [queries, colleagues])
  const rows = query.data?.operators ?? []
  if (query.isError) return <p role="alert">{failureText(messages, query.error)}</p>
  if (rows.length === 0) return null
  return (
    <section className={styles['invitations']} aria-labelledby="withdrawn">
      <h2 id="withdrawn">{words.title}</h2>
      <ul>
        {rows.map((row) => (
          <Withdrawn key={row.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

function Withdrawn({ row: { id, name, role, email, withdrawnAt } }: { row: WithdrawnAnswer['operators'][number] }) {
  const { roles } = useMessages()
  const { withdrawn: words } = useTexts(teamTexts)
  const format = useFormat()
  const command = useCommand()
  const restore = async () => {
    if (await command({ type: 'operator.restore', operator: id })) tell(words.restored(name))
  }
  return (
    <li>
      <Avatar id={id} name={name} />
      <div>
        <b>
          <bdi>{name}</bdi>
        </b>
        <small>
          <bdi>{email}</bdi> · {roles[role]} · {words.since(format.dateTime(withdrawnAt))}
        </small>
      </div>
      <Button small onClick={() => void restore()} aria-label={words.restoreOf(name)}>
        <Icon of={UserPlus} size="s" />
        {words.restore}
      </Button>
    </li>
  )
}
