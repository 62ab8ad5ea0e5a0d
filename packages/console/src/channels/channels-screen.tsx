import type { ChannelId } from '@portico/protocol/ids'
import { Link } from '@tanstack/react-router'
import { Globe, Plus } from 'lucide-react'
import { useState } from 'react'
import { mayAdminister } from '../auth/may-administer.ts'
import { useMe } from '../auth/me-context.tsx'
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
import { MembershipButton } from './membership-button.tsx'
import { channelsTexts } from './texts.ts'

/** Where requests arrive. */
export function ChannelsScreen() {
  const { channels: words } = useTexts(channelsTexts)
  const settings = useView<'settings'>('settings')
  const me = useMe()
  const [creating, setCreating] = useState(false)
  if (!settings || !me) return <Skeleton rows={5} />
  const create = mayAdminister(me) && (
    <Button look="main" onClick={() => setCreating(true)}>
      <Icon of={Plus} size="s" />
      {words.create}
    </Button>
  )
  const cells = ({ id, name }: { id: ChannelId; name: string }) => [
    <Link key="name" to="/settings/channels/$channel" params={{ channel: id }} className={styles['channel']}>
      <Icon of={Globe} size="s" />
      <bdi>{name}</bdi>
    </Link>,
    me.channels.includes(id) ? words.member : <span className="faint">{words.notMember}</span>,
    <MembershipButton key="membership" channel={id} name={name} />,
  ]
  return (
    <SettingPage path="channels" facts={words.count(settings.channels.length)} actions={create}>
      {settings.channels.length === 0 ? (
        <Empty icon={Globe} title={words.empty.title} text={words.empty.text} />
      ) : (
        <Table
          label={words.title}
          columns={[{ name: words.name }, { name: words.membership, narrow: true }, { name: words.members, hidden: true }]}
          rows={settings.channels}
          keyOf={(channel) => channel.id}
          cells={cells}
        />
      )}
      <CreateDialog open={creating} close={() => setCreating(false)} />
    </SettingPage>
  )
}
