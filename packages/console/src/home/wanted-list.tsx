import type { Wanted } from '@portico/protocol/help'
import { Star } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import { useChannelName } from '../conversations/inbox-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { bestFirst, needs } from '../help/fits.ts'
import { helpTexts } from '../help/texts.ts'
import { useJoin } from '../help/use-join.ts'
import { useSkills } from '../labels/use-labels.ts'
import { useNow } from '../live/use-now.ts'
import { duration } from '../messages/duration.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { Table } from '../parts/table.tsx'
import styles from './home.module.css'
import { homeTexts } from './texts.ts'

/** What looks for help, of all channels, as the inbox has it too: what needs me first. */
export function WantedList({ wanted }: { wanted: readonly Wanted[] }) {
  const { home } = useTexts(homeTexts)
  const { help } = useTexts(helpTexts)
  const skills = useSkills(useMyId())
  const columns = useMemo(
    () => [
      { name: home.visitor },
      { name: home.channel, narrow: true },
      { name: home.with, narrow: true },
      { name: home.for, narrow: true },
      { name: help.join, hidden: true },
    ],
    [home, help],
  )
  const cells = useCallback(
    (each: Wanted) => [
      <Who key="who" wanted={each} fits={needs(each, skills)} />,
      <Of key="channel" wanted={each} />,
      <bdi key="by">{each.by.name}</bdi>,
      <Since key="since" at={each.at} />,
      <JoinIt key="join" wanted={each} />,
    ],
    [skills],
  )
  if (wanted.length === 0) return <p className={styles['nothing']}>{help.none}</p>
  return (
    <div className={styles['active']}>
      <Table label={help.title} columns={columns} rows={bestFirst(wanted, skills)} keyOf={idOf} cells={cells} />
    </div>
  )
}

const idOf = ({ conversation }: Wanted) => conversation

function Who({ wanted: { visitor, excerpt }, fits }: { wanted: Wanted; fits: boolean }) {
  const { conversation } = useTexts(conversationsTexts)
  const { help } = useTexts(helpTexts)
  return (
    <span className={styles['person']}>
      <Avatar id={visitor.id} name={visitor.name} />
      <span>
        <b className="cut">
          <bdi>{visitorName(visitor, conversation)}</bdi>
          {fits && (
            <span title={help.fits}>
              {' '}
              <Icon of={Star} size="xs" />
              <span className="hidden">{help.fits}</span>
            </span>
          )}
        </b>
        <small className="cut">
          <bdi>{excerpt}</bdi>
        </small>
      </span>
    </span>
  )
}

const Of = ({ wanted: { channel } }: { wanted: Wanted }) => <bdi>{useChannelName(channel)}</bdi>

const Since = ({ at }: { at: number }) => duration(useNow() - at)

/** Who has asked for it goes there by opening it. */
function JoinIt({ wanted: { conversation: id, visitor, by } }: { wanted: Wanted }) {
  const { home } = useTexts(homeTexts)
  const { help } = useTexts(helpTexts)
  const { conversation } = useTexts(conversationsTexts)
  const join = useJoin()
  if (by.id === useMyId()) return <span className="faint">{home.you}</span>
  return (
    <Button look="main" small onClick={() => void join(id)} aria-label={home.joinOf(visitorName(visitor, conversation))}>
      {help.join}
    </Button>
  )
}
