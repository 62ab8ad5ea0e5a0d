import type { InvitationRowView } from '@portico/protocol/auth'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { RotateCw, TriangleAlert, X } from 'lucide-react'
import { useCommand } from '../live/use-command.ts'
import { useView } from '../live/use-view.ts'
import { useFormat, useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { tell } from '../parts/toast.tsx'
import { failureText } from '../requests/request-failure.ts'
import { INVITATIONS, invitationsQuery } from './invitations-query.ts'
import styles from './team.module.css'
import { teamTexts } from './texts.ts'

/** Who was invited by whom, as what, and what became of it. */
export function InvitationList() {
  const messages = useMessages()
  const { failure } = messages
  const { invitations: words } = useTexts(teamTexts)
  const query = useInfiniteQuery(invitationsQuery)
  const rows = query.data?.pages.flatMap((page) => page.invitations) ?? []
  return (
    <section className={styles['invitations']} aria-labelledby="invitations">
      <h2 id="invitations">{words.title}</h2>
      {query.isPending && <Skeleton rows={2} />}
      {query.isError && (
        <Empty icon={TriangleAlert} title={words.failed} text={failureText(messages, query.error)} failure>
          <Button onClick={() => void query.refetch()}>
            <Icon of={RotateCw} size="s" />
            {failure.tryAgain}
          </Button>
        </Empty>
      )}
      {query.isSuccess && rows.length === 0 && <p className="faint">{words.empty}</p>}
      <ul>
        {rows.map((row) => (
          <InvitationItem key={row.id} row={row} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} aria-disabled={query.isFetchingNextPage}>
          {words.more}
        </Button>
      )}
    </section>
  )
}

function InvitationItem({ row }: { row: InvitationRowView }) {
  const { roles } = useMessages()
  const { invitations: words } = useTexts(teamTexts)
  const format = useFormat()
  const queries = useQueryClient()
  const command = useCommand()
  const known = useView<'settings'>('settings')?.channels ?? []
  const channels = row.channels.map((id) => known.find((channel) => channel.id === id)?.name ?? id)
  const cancel = async () => {
    if (await command({ type: 'invitation.cancel', invitation: row.id })) tell(words.cancelled)
    await queries.invalidateQueries({ queryKey: INVITATIONS })
  }
  return (
    <li>
      <div>
        <b>
          {roles[row.role]}, <bdi>{channels.length > 0 ? channels.join(', ') : words.noChannels}</bdi>
        </b>
        <small>
          {row.email !== null && (
            <>
              <bdi>{row.email}</bdi>
              {' · '}
            </>
          )}
          {words.by(row.by.name)} · {words.states[row.state]}
          {row.state === 'open' && `, ${words.until(format.dateTime(row.expiresAt))}`}
        </small>
      </div>
      {row.state === 'open' && (
        <Button
          look="icon"
          aria-label={words.cancelOf(roles[row.role], row.by.name)}
          title={words.cancel}
          onClick={() => void cancel()}
        >
          <Icon of={X} />
        </Button>
      )}
    </li>
  )
}
