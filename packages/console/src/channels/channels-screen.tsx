import type { SettingsView } from '@portico/protocol/workspace'
import { Link } from '@tanstack/react-router'
import { Globe, Plus } from 'lucide-react'
import { useState } from 'react'
import { useMe } from '../auth/me-context.tsx'
import { useMay } from '../auth/use-may.ts'
import { liveChannels } from '../live/live-channels.ts'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { Table } from '../parts/table.tsx'
import { SettingPage } from '../rooms/setting-page.tsx'
import styles from './channels.module.css'
import { CreateDialog } from './create-dialog.tsx'
import { ArchiveButton } from './archive-button.tsx'
import { MembershipButton } from './membership-button.tsx'
import { channelsTexts } from './texts.ts'

/** Where requests arrive. */
export function ChannelsScreen() {
  const { channels: words } = useTexts(channelsTexts)
  const settings = useView<'settings'>('settings')
  const me = useMe()
  const may = useMay()
  const [creating, setCreating] = useState(false)
  if (!settings || !me) return <Skeleton rows={5} />
  const create = may('channels') && (
    <Button look="main" onClick={() => setCreating(true)}>
      <Icon of={Plus} size="s" />
      {words.create}
    </Button>
  )
  const cells = ({ id, name, archivedAt }: Listed) => [
    <Link key="name" to="/settings/channels/$channel" params={{ channel: id }} className={styles['channel']}>
      <Icon of={Globe} size="s" />
      <bdi>{name}</bdi>
    </Link>,
    archivedAt !== null ? (
      <span className="faint">{words.archived}</span>
    ) : me.channels.includes(id) ? (
      words.member
    ) : (
      <span className="faint">{words.notMember}</span>
    ),
    <span key="actions" className={styles['listed']}>
      {archivedAt === null && <MembershipButton channel={id} name={name} />}
      {may('channels') && <ArchiveButton channel={id} name={name} isArchived={archivedAt !== null} />}
    </span>,
  ]
  return (
    <SettingPage path="channels" facts={words.count(liveChannels(settings).length)} actions={create}>
      {settings.channels.length === 0 ? (
        <Empty icon={Globe} title={words.empty.title} text={words.empty.text} />
      ) : (
        <Table
          label={words.title}
          columns={[{ name: words.name }, { name: words.membership, narrow: true }, { name: words.members, hidden: true }]}
          rows={settings.channels.toSorted(liveFirst)}
          keyOf={(channel) => channel.id}
          cells={cells}
        />
      )}
      <CreateDialog open={creating} close={() => setCreating(false)} />
    </SettingPage>
  )
}

type Listed = SettingsView['channels'][number]

const liveFirst = (one: Listed, other: Listed) =>
  Number((one.archivedAt ?? null) !== null) - Number((other.archivedAt ?? null) !== null)
