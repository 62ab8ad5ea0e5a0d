import type { SessionRowView } from '@portico/protocol/auth'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { LogOut, RotateCw, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useActions } from '../actions/use-action.ts'
import { deviceName } from '../auth/device-name.ts'
import { authTexts } from '../auth/texts.ts'
import { useCommand } from '../live/use-command.ts'
import { useFormat, useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Ask } from '../parts/dialog.tsx'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import styles from '../parts/settings.module.css'
import { Skeleton } from '../parts/skeleton.tsx'
import { tell } from '../parts/toast.tsx'
import { failureText } from '../requests/request-failure.ts'
import { SESSIONS, sessionsQuery } from './sessions-query.ts'
import { accountTexts } from './texts.ts'

/** Where I am signed in. */
export function SessionList() {
  const messages = useMessages()
  const { failure } = messages
  const { settings, account } = useTexts(accountTexts)
  const { auth } = useTexts(authTexts)
  const actions = useActions()
  const query = useInfiniteQuery(sessionsQuery)
  const sessions = query.data?.pages.flatMap((page) => page.sessions) ?? []
  return (
    <SettingsGroup title={settings.sessions} text={settings.sessionsText}>
      {query.isPending && <Skeleton rows={2} />}
      {query.isError && (
        <Empty icon={TriangleAlert} title={settings.sessionsFailed} text={failureText(messages, query.error)} failure>
          <Button onClick={() => void query.refetch()}>
            <Icon of={RotateCw} size="s" />
            {failure.tryAgain}
          </Button>
        </Empty>
      )}
      <ul className={styles['sessions']}>
        {sessions.map((session) => (
          <SessionItem key={session.id} session={session} />
        ))}
      </ul>
      {query.hasNextPage && (
        <div>
          <Button onClick={() => void query.fetchNextPage()} aria-disabled={query.isFetchingNextPage}>
            {account.moreSessions}
          </Button>
        </div>
      )}
      <div className={styles['actions']}>
        <Button onClick={() => actions.run('signOut')}>
          <Icon of={LogOut} size="s" />
          {auth.signOut}
        </Button>
        {sessions.length > 1 && <EndOthers />}
      </div>
    </SettingsGroup>
  )
}

function EndOthers() {
  const { account } = useTexts(accountTexts)
  const queries = useQueryClient()
  const command = useCommand()
  const [asking, setAsking] = useState(false)
  const end = async () => {
    if (await command({ type: 'session.revoke-others' })) tell(account.othersEnded)
    await queries.invalidateQueries({ queryKey: SESSIONS })
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{account.endOthers}</Button>
      <Ask
        open={asking}
        close={() => setAsking(false)}
        title={account.endOthersAsk}
        text={account.endOthersText}
        action={account.endOthers}
        run={() => void end()}
        danger
      />
    </>
  )
}

function SessionItem({ session }: { session: SessionRowView }) {
  const { settings } = useTexts(accountTexts)
  const { auth } = useTexts(authTexts)
  const format = useFormat()
  const queries = useQueryClient()
  const command = useCommand()
  const device = deviceName(session.device) ?? auth.unknownDevice
  const end = async () => {
    await command({ type: 'session.revoke', session: session.id })
    await queries.invalidateQueries({ queryKey: SESSIONS })
  }
  return (
    <li>
      <div title={session.device}>
        <b>{device}</b>
        <small>
          {settings.startedAt(format.dateTime(session.startedAt))}, {settings.until(format.dateTime(session.expiresAt))}
        </small>
      </div>
      {session.current ? (
        <span className={styles['this']}>{settings.thisSession}</span>
      ) : (
        <Button small onClick={() => void end()} aria-label={settings.endOf(device)}>
          {settings.end}
        </Button>
      )}
    </li>
  )
}
