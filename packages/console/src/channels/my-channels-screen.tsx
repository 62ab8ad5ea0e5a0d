import type { ChannelId } from '@portico/protocol/ids'
import { Globe } from 'lucide-react'
import { useMe } from '../auth/me-context.tsx'
import { useLevels } from '../auth/use-levels.ts'
import { liveChannels } from '../live/live-channels.ts'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Empty } from '../parts/empty.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { SettingPage } from '../rooms/setting-page.tsx'
import styles from './channels.module.css'
import { MembershipButton } from './membership-button.tsx'
import { channelsTexts } from './texts.ts'

/** Of which channels one is told, and for which one counts as available. */
export function MyChannelsScreen() {
  const { channels: words } = useTexts(channelsTexts)
  const settings = useView<'settings'>('settings')
  const levels = useLevels()
  const me = useMe()
  return (
    <SettingPage path="my-channels">
      {!settings || !levels || !me ? (
        <Skeleton rows={3} />
      ) : levels.size === 0 ? (
        <Empty icon={Globe} title={words.noLevel.title} text={words.noLevel.text} />
      ) : (
        <SettingsGroup title={words.myChannels} text={words.myChannelsText}>
          <ul className={styles['memberList']}>
            {liveChannels(settings)
              .filter(({ id }) => levels.has(id))
              .map(({ id, name }) => (
                <Own key={id} id={id} name={name} />
              ))}
          </ul>
        </SettingsGroup>
      )}
    </SettingPage>
  )
}

function Own({ id, name }: { id: ChannelId; name: string }) {
  const { channels: words } = useTexts(channelsTexts)
  const level = useLevels()?.get(id)
  const isIn = useMe()?.channels.includes(id)
  if (level === undefined) return null
  return (
    <li className={styles['ownRow']}>
      <span className={styles['ownChannel']}>
        <bdi className="cut">{name}</bdi>
        <small>{level === 'owner' ? (isIn ? words.isTold : words.isNotTold) : words.mayNotAccept[level]}</small>
      </span>
      {level === 'owner' && <MembershipButton channel={id} name={name} />}
    </li>
  )
}
