import type { Wanted } from '@portico/protocol/help'
import type { ConversationId } from '@portico/protocol/ids'
import { Link } from '@tanstack/react-router'
import { Star } from 'lucide-react'
import { useMyId } from '../auth/me-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { bestFirst, labelsIn, needs } from '../help/fits.ts'
import { helpTexts } from '../help/texts.ts'
import { LabelChip } from '../labels/label-chip.tsx'
import { useLanguageName } from '../labels/language-name.ts'
import { useLabels, useSkills } from '../labels/use-labels.ts'
import { useNow } from '../live/use-now.ts'
import { useView } from '../live/use-view.ts'
import { duration } from '../messages/duration.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import entry from './conversation-entry.module.css'
import styles from './help-list.module.css'
import { GroupEmpty, ListGroup } from './list-group.tsx'

/** What looks for help, of all channels: what needs me first. */
export function HelpList({ current }: { current: ConversationId | undefined }) {
  const { help } = useTexts(helpTexts)
  const mine = useSkills(useMyId())
  const wanted = bestFirst(useView<'settings'>('settings')?.wanted ?? [], mine)
  return (
    <ListGroup name="help" title={help.title} count={wanted.length}>
      {wanted.length === 0 && <GroupEmpty>{help.none}</GroupEmpty>}
      <ul className={styles['list']} aria-label={help.title}>
        {wanted.map((each) => (
          <li key={each.conversation}>
            <WantedEntry wanted={each} current={each.conversation === current} fits={needs(each, mine)} />
          </li>
        ))}
      </ul>
    </ListGroup>
  )
}

/** Who needs whom for what, and since when. */
function WantedEntry({ wanted, current, fits }: { wanted: Wanted; current: boolean; fits: boolean }) {
  const { help } = useTexts(helpTexts)
  const { conversation } = useTexts(conversationsTexts)
  const format = useFormat()
  const { visitor, at, by } = wanted
  const since = help.since(duration(useNow() - at))
  return (
    <Link
      to="/inbox/$conversation"
      params={{ conversation: wanted.conversation }}
      className={entry['entry']}
      aria-current={current ? 'true' : undefined}
    >
      <Avatar id={visitor.id} name={visitor.name} />
      <b className="cut">
        <bdi>{visitorName(visitor, conversation)}</bdi>
      </b>
      <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
        {since}
      </time>
      <p className="cut">
        <span className={entry['who']}>
          <bdi>{help.by(by.name)}</bdi>
          {': '}
        </span>
        <bdi>{wanted.excerpt}</bdi>
      </p>
      <span className={entry['marks']}>
        {fits && (
          <span className={styles['star']} title={help.fits}>
            <Icon of={Star} size="xs" />
            <span className="hidden">{help.fits}</span>
          </span>
        )}
      </span>
      <Needs wanted={wanted} />
    </Link>
  )
}

function Needs({ wanted: { labels, visitor } }: { wanted: Wanted }) {
  const known = labelsIn(labels, useLabels())
  const nameOf = useLanguageName()
  if (known.length === 0 && visitor.locale === null) return null
  return (
    <span className={styles['needs']}>
      {visitor.locale !== null && <span className={styles['language']}>{nameOf(visitor.locale)}</span>}
      {known.map((label) => (
        <LabelChip key={label.id} label={label} small />
      ))}
    </span>
  )
}
