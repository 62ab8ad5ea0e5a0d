import type { ChannelId } from '@portico/protocol/ids'
import { useParams, useSearch } from '@tanstack/react-router'
import { Globe } from 'lucide-react'
import { seenIn, useLevels } from '../auth/use-levels.ts'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { BackLink } from '../parts/back-link.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { useScreenTitle } from '../rooms/screen-title.ts'
import { useRooms } from '../rooms/use-rooms.ts'
import { ChannelForm } from './channel-form.tsx'
import { MembershipButton } from './membership-button.tsx'
import { channelsTexts } from './texts.ts'

/** The settings of one channel: for whoever sees its conversations. */
export function ChannelScreen() {
  const id = useParams({ strict: false }).channel as ChannelId // of the address; the server judges it
  return <Channel key={id} id={id} />
}

function Channel({ id }: { id: ChannelId }) {
  const { channels: words } = useTexts(channelsTexts)
  const settings = useView<'settings'>('settings')
  const channel = useView<'channel'>(`channel:${id}`)
  const levels = useLevels()
  const { section: wished } = useSearch({ strict: false })
  const sections = useRooms().flatMap((room) => room.channelSections ?? [])
  const name = channel?.options.channels.name ?? settings?.channels.find((known) => known.id === id)?.name
  useScreenTitle(name ?? words.gone.title)
  if (!settings || !levels) return <Skeleton rows={5} />
  if (name === undefined)
    return (
      <Empty icon={Globe} title={words.gone.title} text={words.gone.text} failure>
        <ButtonLink to="/settings/channels">{words.gone.action}</ButtonLink>
      </Empty>
    )
  const back = <BackLink to="/settings/channels" label={words.back} />
  if (!seenIn(levels).includes(id))
    return (
      <Page title={<bdi>{name}</bdi>} back={back}>
        <Empty icon={Globe} title={words.notMember} text={words.youNotMember}>
          <MembershipButton channel={id} name={name} />
        </Empty>
      </Page>
    )
  const section = sections.find(({ key }) => key === wished) ?? sections[0]
  if (!channel || !section) return <Skeleton rows={5} />
  return <ChannelForm channel={channel} sections={sections} section={section} back={back} />
}
