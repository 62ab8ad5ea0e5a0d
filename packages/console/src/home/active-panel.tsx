import { useCallback, useMemo, useState } from 'react'
import type { ConversationRowView } from '@portico/protocol/conversations'
import { Link } from '@tanstack/react-router'
import { CheckCheck, Clock } from 'lucide-react'
import { useChannelName, useInbox } from '../conversations/inbox-context.tsx'
import { conversationsTexts, type ConversationTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { useNow } from '../live/use-now.ts'
import { duration } from '../messages/duration.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Icon } from '../parts/icon.tsx'
import { Table } from '../parts/table.tsx'
import { byNeed } from './by-need.ts'
import styles from './home.module.css'
import { type HomeTexts, homeTexts } from './texts.ts'

/** The conversations that run in one's channels, those that need somebody first. */
export function ActivePanel() {
  const { home } = useTexts(homeTexts)
  const { conversation } = useTexts(conversationsTexts)
  const format = useFormat()
  const { inbox } = useInbox()
  const [filter, setFilter] = useState<'everything' | 'waits'>('everything')
  const all = useMemo(() => byNeed([...inbox.mine, ...inbox.team]), [inbox.mine, inbox.team])
  const waiting = useMemo(() => all.filter(({ summary }) => summary.unansweredSince !== null), [all])
  const shown = filter === 'waits' ? waiting : all
  const columns = useMemo(() => columnsOf(home), [home])
  const cells = useCallback((row: ConversationRowView) => cellsOf(row, { home, conversation }), [home, conversation])
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
          ]}
        />
      </header>
      {shown.length === 0 ? (
        <p className={styles['nothing']}>{filter === 'waits' ? home.nobodyWaits : home.nobodyActive}</p>
      ) : (
        <div className={styles['active']}>
          <Table label={home.active} columns={columns} rows={shown} keyOf={({ id }) => id} cells={cells} />
        </div>
      )}
      {inbox.more && <p className={styles['nothing']}>{home.capped}</p>}
    </section>
  )
}

type Words = { home: HomeTexts; conversation: ConversationTexts }

const columnsOf = (home: HomeTexts) => [
  { name: home.visitor },
  { name: home.channel, narrow: true },
  { name: home.with, narrow: true },
  { name: home.turn, narrow: true },
  { name: home.for, narrow: true },
  { name: home.open, hidden: true },
]

const cellsOf = (row: ConversationRowView, { home, conversation }: Words) => [
  <VisitorCell key="visitor" row={row} />,
  <ChannelCell key="channel" row={row} />,
  <WithCell key="with" row={row} />,
  <Turn key="turn" row={row} />,
  <Since key="for" row={row} />,
  <Link
    key="open"
    to="/inbox/$conversation"
    params={{ conversation: row.id }}
    className={buttonClass({ look: 'line', small: true })}
    aria-label={home.openOf(visitorName(row.visitor, conversation))}
  >
    {home.open}
  </Link>,
]

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

function Turn({ row: { summary } }: { row: ConversationRowView }) {
  const { home } = useTexts(homeTexts)
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
