import type { Colleague } from '@portico/protocol/auth'
import { firstNames } from '@portico/protocol/first-names'
import type { ChannelOptions } from '@portico/protocol/options'
import { Check, Minus, Moon, Send, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import type { Standing } from './drafting.ts'
import type { PreviewState } from './preview-state.ts'
import { channelsTexts } from './texts.ts'
import styles from './widget-preview.module.css'

type Props = {
  state: Exclude<PreviewState, 'button'>
  options: ChannelOptions
  site: string
  staff: readonly Colleague[]
  standing: Standing | undefined
}

/** The window in one of its states, as a visitor who comes for the first time would find it. */
export function PreviewedWidget({ state, ...rest }: Props) {
  switch (state) {
    case 'introduction':
      return <First {...rest} />
    case 'conversation':
      return <Talk {...rest} />
    case 'offline':
      return <Nobody {...rest} />
  }
}

type Own = Omit<Props, 'state'>

/** The first screen is the conversation: faces, a greeting, and the composer with what the channel asks. */
function First({ options, site, staff }: Own) {
  const { channels } = useTexts(channelsTexts)
  const names = useFormat().list(firstNames(staff.map(({ name }) => name)))
  return (
    <Window site={site} said={undefined}>
      <div className={styles['faces']}>
        <span>
          {staff.map(({ id, name }) => (
            <Avatar key={id} id={id} name={name} size="l" />
          ))}
        </span>
        {names !== '' && (
          <b>
            <bdi>{names}</bdi>
          </b>
        )}
        <small>
          <Icon of={Check} size="xs" />
          {channels.previewStaff}
        </small>
      </div>
      <div className={styles['log']}>
        <Turn staff={staff} site={site}>
          {options.welcome.trim() || channels.previewHello}
        </Turn>
      </div>
      <Compose asks={options.asks} notice={options.previewsTyping} />
    </Window>
  )
}

function Talk({ options, site, staff }: Own) {
  const { channels } = useTexts(channelsTexts)
  return (
    <Window site={site} said={channels.previewStaff}>
      <div className={styles['log']}>
        <Turn staff={staff} site={site}>
          {options.welcome.trim() || channels.previewHello}
        </Turn>
        <p className={styles['own']}>{channels.previewAnswer}</p>
        <Turn staff={staff} site={site}>
          {channels.previewReply}
        </Turn>
      </div>
      <Compose asks="nothing" notice={options.previewsTyping} />
    </Window>
  )
}

function Nobody({ options, site, standing }: Own) {
  const { channels } = useTexts(channelsTexts)
  const fields = [...asked(options.asks, channels), channels.previewMessage]
  return (
    <Window site={site} said={channels.previewClosed}>
      <div className={styles['closed']}>
        <Icon of={Moon} />
        <span>
          <b>{standing?.state === 'closed' ? standing.title : channels.previewNobody}</b>
          {standing?.state === 'closed' ? standing.text : channels.previewLeave}
        </span>
      </div>
      <div className={styles['fields']}>
        {fields.map((field) => (
          <span key={field}>{field}</span>
        ))}
        <b className={styles['leave']}>{channels.previewLeaveIt}</b>
      </div>
    </Window>
  )
}

function Window({ site, said, children }: { site: string; said: string | undefined; children: ReactNode }) {
  const { channels } = useTexts(channelsTexts)
  return (
    <div className={styles['widget']}>
      <div className={styles['head']}>
        <span>
          <b className="cut">
            <bdi>{site}</bdi>
          </b>
          {said !== undefined && <small>{said}</small>}
        </span>
        <Icon of={Minus} size="s" />
        <Icon of={X} size="s" />
      </div>
      {children}
      <small className={styles['made']}>{channels.previewMade}</small>
    </div>
  )
}

function Turn({ staff: [first], site, children }: { staff: readonly Colleague[]; site: string; children: string }) {
  return (
    <div className={styles['turn']}>
      <Avatar id={first?.id ?? site} name={first?.name ?? site} size="s" />
      <p dir="auto">{children}</p>
    </div>
  )
}

/** What is asked stands in the composer, like the head of a letter. */
function Compose({ asks, notice }: { asks: ChannelOptions['asks']; notice: boolean }) {
  const { channels } = useTexts(channelsTexts)
  return (
    <>
      <div className={styles['compose']}>
        {asked(asks, channels).map((row) => (
          <span key={row} className={styles['row']}>
            {row}
          </span>
        ))}
        <span>
          {channels.previewWrite}
          <Icon of={Send} size="s" />
        </span>
      </div>
      {notice && <small className={styles['notice']}>{channels.previewTyping}</small>}
    </>
  )
}

type Words = { previewName: string; previewEmail: string }

function asked(asks: ChannelOptions['asks'], { previewName, previewEmail }: Words): readonly string[] {
  switch (asks) {
    case 'nothing':
      return []
    case 'name':
      return [previewName]
    case 'name-and-email':
      return [previewName, previewEmail]
  }
}
