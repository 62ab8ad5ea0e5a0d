import type { ChannelId } from '@portico/protocol/ids'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { ChevronLeft, Globe } from 'lucide-react'
import { useConsoleTitle } from '../app/use-console-title.ts'
import { useMe } from '../auth/me-context.tsx'
import { useView } from '../live/use-view.ts'
import { useMessages } from '../messages/language-context.tsx'
import { ButtonLink, buttonClass } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { Page } from '../parts/page.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { ChannelForm } from './channel-form.tsx'
import styles from './channels.module.css'
import { MembershipButton } from './membership-button.tsx'
import type { ChannelSection } from './sections.ts'

const ROUTE = '/in/channels/$channel'

/** The settings of one channel. Only its members may see them. */
export function ChannelScreen() {
  const id = useParams({ from: ROUTE }).channel as ChannelId // of the address; the server judges it
  const { section = 'general' } = useSearch({ from: ROUTE })
  return <Channel key={id} id={id} section={section} />
}

function Channel({ id, section }: { id: ChannelId; section: ChannelSection }) {
  const { channels: words } = useMessages()
  const settings = useView<'settings'>('settings')
  const channel = useView<'channel'>(`channel:${id}`)
  const me = useMe()
  const name = channel?.options.channels.name ?? settings?.channels.find((known) => known.id === id)?.name
  useConsoleTitle(name ?? words.gone.title)
  if (!settings || !me) return <Skeleton rows={5} />
  if (name === undefined)
    return (
      <Empty icon={Globe} title={words.gone.title} text={words.gone.text} failure>
        <ButtonLink to="/channels">{words.gone.action}</ButtonLink>
      </Empty>
    )
  const back = (
    <Link to="/channels" className={buttonClass({ look: 'icon' }, styles['back'])} aria-label={words.back}>
      <Icon of={ChevronLeft} />
    </Link>
  )
  if (!me.channels.includes(id))
    return (
      <Page title={<bdi>{name}</bdi>} back={back}>
        <Empty icon={Globe} title={words.notMember} text={words.youNotMember}>
          <MembershipButton channel={id} name={name} />
        </Empty>
      </Page>
    )
  return channel ? <ChannelForm channel={channel} section={section} back={back} /> : <Skeleton rows={5} />
}
