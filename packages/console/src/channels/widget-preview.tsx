import type { ChannelOptions } from '@portico/protocol/options'
import { ChevronDown, Minus, Moon, Send, Sun, X } from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Choice } from '../parts/choice.tsx'
import { Icon } from '../parts/icon.tsx'
import { channelsTexts } from './texts.ts'
import styles from './widget-preview.module.css'

/** A drawing of the chat in the drafted colours and words; it is a picture, not the chat itself. */
export function WidgetPreview({ options }: { options: ChannelOptions }) {
  const { channels } = useTexts(channelsTexts)
  const site = useView<'settings'>('settings')?.siteName ?? ''
  const [theme, setTheme] = useState<'light' | 'dark'>('light')
  const { header, headerText, button, buttonText } = options.appearance
  const colours = { '--header': header, '--header-text': headerText, '--button': button, '--button-text': buttonText }
  return (
    <aside className={styles['preview']} aria-label={channels.preview}>
      <div className={styles['bar']}>
        <h2>{channels.preview}</h2>
        <Choice
          label={channels.theme}
          value={theme}
          choose={setTheme}
          options={[
            { value: 'light', label: <Labelled icon={Sun} label={channels.light} /> },
            { value: 'dark', label: <Labelled icon={Moon} label={channels.dark} /> },
          ]}
        />
      </div>
      <div
        className={styles['stage']}
        data-theme={theme}
        style={colours as CSSProperties}
        role="img"
        aria-label={channels.preview}
      >
        <div className={styles['widget']} aria-hidden="true">
          <div className={styles['head']}>
            <Avatar id={site} name={site} size="l" />
            <span>
              <b className="cut">{site}</b>
              <small>{channels.previewStaff}</small>
            </span>
            <Icon of={Minus} size="s" />
            <Icon of={X} size="s" />
          </div>
          <div className={styles['log']}>
            <div className={styles['turn']}>
              <Avatar id={site} name={site} size="s" />
              <p dir="auto">{options.welcome.trim() || channels.previewHello}</p>
            </div>
            <p className={styles['own']}>{channels.previewAnswer}</p>
            <div className={styles['turn']}>
              <Avatar id={site} name={site} size="s" />
              <p>{channels.previewReply}</p>
            </div>
          </div>
          <div className={styles['compose']}>
            {channels.previewWrite}
            <Icon of={Send} size="s" />
          </div>
          <small className={styles['made']}>{channels.previewMade}</small>
        </div>
        <span className={styles['launcher']}>
          <Icon of={ChevronDown} />
        </span>
      </div>
    </aside>
  )
}

function Labelled({ icon, label }: { icon: typeof Sun; label: string }) {
  return (
    <>
      <Icon of={icon} size="s" />
      <span className="hidden">{label}</span>
    </>
  )
}
