import { useMemo, useState } from 'react'
import type { ConversationRowView } from '@portico/protocol/conversations'
import { Link } from '@tanstack/react-router'
import { CheckCheck, Clock, LifeBuoy } from 'lucide-react'
import { useMyId } from '../auth/me-context.tsx'
import { isMine } from '../conversations/inbox.ts'
import { useChannelName, useInbox } from '../conversations/inbox-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { statusOfRow } from '../help/status-of.ts'
import { helpTexts } from '../help/texts.ts'
import { useJoin } from '../help/use-join.ts'
import { useView } from '../live/use-view.ts'
import { useNow } from '../live/use-now.ts'
import { duration } from '../messages/duration.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Button, buttonClass } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/icon.tsx'
import { Table } from '../parts/table.tsx'
import { byNeed } from './by-need.ts'
import styles from './home.module.css'
import { type HomeTexts, homeTexts } from './texts.ts'
import { WantedList } from './wanted-list.tsx'

const NONE: readonly never[] = []

/** The conversations that run in one's channels, those that need somebody first. */
export function ActivePanel() {
  const { home } = useTexts(homeTexts)
  const format = useFormat()
  const { inbox } = useInbox()
  const wanted = useView<'settings'>('settings')?.wanted ?? NONE
  const [filter, setFilter] = useState<'everything' | 'waits' | 'help'>('everything')
  const all = useMemo(() => byNeed([...inbox.mine, ...inbox.team]), [inbox.mine, inbox.team])
  const waiting = useMemo(() => all.filter(({ summary }) => summary.unansweredSince !== null), [all])
  const shown = filter === 'waits' ? waiting : all
  const columns = useMemo(() => columnsOf(home), [home])
  return (
    <section className={styles['panel']} aria-labelledby="active">
      <header className={styles['head']}>
        <h2 id="active">
          {home.active} <span className="faint">{format.count(all.length)}</span>
        </h2>
        <Choice
          label={home.needs}
          value={filter}
          choose={setFilter}
          options={[
            { value: 'everything', label: home.everything },
            { value: 'waits', label: home.visitorWaits(format.count(waiting.length)) },
            { value: 'help', label: home.needHelp(format.count(wanted.length)) },
          ]}
        />
      </header>
      {filter === 'help' ? (
        <WantedList wanted={wanted} />
      ) : shown.length === 0 ? (
        <p className={styles['nothing']}>{filter === 'waits' ? home.nobodyWaits : home.nobodyActive}</p>
      ) : (
        <div className={styles['active']}>
          <Table label={home.active} columns={columns} rows={shown} keyOf={({ id }) => id} cells={cellsOf} />
        </div>
      )}
      {inbox.more && filter !== 'help' && <p className={styles['nothing']}>{home.capped}</p>}
    </section>
  )
}

const columnsOf = (home: HomeTexts) => [
  { name: home.visitor },
  { name: home.channel, narrow: true },
  { name: home.with, narrow: true },
  { name: home.turn, narrow: true },
  { name: home.for, narrow: true },
  { name: home.open, hidden: true },
]

const cellsOf = (row: ConversationRowView) => [
  <VisitorCell key="visitor" row={row} />,
  <ChannelCell key="channel" row={row} />,
  <WithCell key="with" row={row} />,
  <Turn key="turn" row={row} />,
  <Since key="for" row={row} />,
  <Act key="act" row={row} />,
]

/** One's own are opened, and those of colleagues; what looks for help is joined. */
function Act({ row }: { row: ConversationRowView }) {
  const { home } = useTexts(homeTexts)
  const { help } = useTexts(helpTexts)
  const { conversation } = useTexts(conversationsTexts)
  const join = useJoin()
  const me = useMyId()
  const name = visitorName(row.visitor, conversation)
  if (statusOfRow(row) === 'help' && !isMine(row, me))
    return (
      <Button look="main" small onClick={() => void join(row.id)} aria-label={home.joinOf(name)}>
        {help.join}
      </Button>
    )
  return (
    <Link
      to="/inbox/$conversation"
      params={{ conversation: row.id }}
      className={buttonClass({ look: 'line', small: true })}
      aria-label={home.openOf(name)}
    >
      {home.open}
    </Link>
  )
}

function VisitorCell({ row }: { row: ConversationRowView }) {
  const { conversation } = useTexts(conversationsTexts)
  return (
    <span className={styles['person']}>
      <Avatar id={row.visitor.id} name={row.visitor.name} />
      <span>
        <b className="cut">
          <bdi>{visitorName(row.visitor, conversation)}</bdi>
        </b>
        <small className="cut">
          <bdi>{row.summary.excerpt}</bdi>
        </small>
        <small className={styles['narrow']}>
          <Turn row={row} />
        </small>
      </span>
    </span>
  )
}

const ChannelCell = ({ row }: { row: ConversationRowView }) => <bdi>{useChannelName(row.channel)}</bdi>

const WithCell = ({ row: { phase } }: { row: ConversationRowView }) =>
  phase.state === 'active' && (
    <span className={styles['with']}>
      {phase.operators.map(({ id, name }) => (
        <span key={id} title={name}>
          <Avatar id={id} name={name} size="s" />
          <span className="hidden">{name}</span>
        </span>
      ))}
    </span>
  )

function Turn({ row }: { row: ConversationRowView }) {
  const { home } = useTexts(homeTexts)
  const { status } = useTexts(helpTexts)
  const { summary } = row
  if (statusOfRow(row) === 'help')
    return (
      <span className={classes(styles['mark'], styles['help'])}>
        <Icon of={LifeBuoy} size="s" />
        {status.names.help}
      </span>
    )
  return (
    <span className={styles['mark']}>
      <Icon of={summary.unansweredSince === null ? CheckCheck : Clock} size="s" />
      {summary.unansweredSince === null ? home.visitorsTurn : <Waits since={summary.unansweredSince} />}
    </span>
  )
}

function Waits({ since }: { since: number }) {
  const { home } = useTexts(homeTexts)
  return home.waits(duration(useNow() - since))
}

const Since = ({ row: { openedAt } }: { row: ConversationRowView }) => duration(useNow() - openedAt)
