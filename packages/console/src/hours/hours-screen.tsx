import type { HoursView } from '@portico/protocol/hours'
import { Link, useNavigate } from '@tanstack/react-router'
import { Clock, Plus } from 'lucide-react'
import { useMay } from '../auth/use-may.ts'
import { useCommand } from '../live/use-command.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { Table } from '../parts/table.tsx'
import { SettingPage } from '../rooms/setting-page.tsx'
import styles from './hours.module.css'
import { newHours } from './new-hours.ts'
import { standingWords } from './standing-words.ts'
import { hoursTexts } from './texts.ts'
import { useHours } from './use-hours.ts'

/** All hours that channels may have. */
export function HoursScreen() {
  const { hours: words } = useTexts(hoursTexts)
  const format = useFormat()
  const may = useMay()
  const command = useCommand()
  const navigate = useNavigate()
  const all = useHours()
  if (!all) return <Skeleton rows={4} />
  const create = async () => {
    const made = newHours(words.newName)
    if (await command(made)) await navigate({ to: '/settings/hours/$hours', params: { hours: made.hours } })
  }
  const cells = ({ id, name, standing, channels }: HoursView) => [
    <Link key="name" to="/settings/hours/$hours" params={{ hours: id }} className={styles['name']}>
      <Icon of={Clock} size="s" />
      <bdi>{name}</bdi>
    </Link>,
    standingWords(standing, { words, format }),
    channels.length === 0 ? (
      <span key="channels" className="faint">
        {words.unused}
      </span>
    ) : (
      <bdi key="channels">{format.list(channels.map((channel) => channel.name))}</bdi>
    ),
  ]
  return (
    <SettingPage
      path="hours"
      facts={words.count(all.length)}
      actions={
        may('channels') && (
          <Button look="main" onClick={() => void create()}>
            <Icon of={Plus} size="s" />
            {words.create}
          </Button>
        )
      }
    >
      {all.length === 0 ? (
        <Empty icon={Clock} title={words.empty.title} text={words.empty.text} />
      ) : (
        <Table
          label={words.title}
          columns={[{ name: words.name }, { name: words.standing, narrow: true }, { name: words.usedBy }]}
          rows={all}
          keyOf={({ id }) => id}
          cells={cells}
        />
      )}
    </SettingPage>
  )
}
