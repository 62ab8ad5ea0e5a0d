import type { ChannelId } from '@portico/protocol/ids'
import type { ChannelOptions } from '@portico/protocol/options'
import { ChevronDown, MessageCircle, Moon, Sun } from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import { Icon } from '../parts/icon.tsx'
import type { Standing } from './drafting.ts'
import { PREVIEW_STATES, type PreviewState } from './preview-state.ts'
import { PreviewedWidget } from './previewed-widget.tsx'
import { channelsTexts } from './texts.ts'
import { usePreviewedStaff } from './use-previewed-staff.ts'
import styles from './widget-preview.module.css'

type Props = { channel: ChannelId; options: ChannelOptions; first: PreviewState; standing: Standing | undefined }

/** A drawing of the chat on a shop's page, in the drafted colours and words; it is a picture, not the chat itself. */
export function WidgetPreview({ channel, options, first, standing }: Props) {
  const { channels } = useTexts(channelsTexts)
  const site = useView<'settings'>('settings')?.siteName ?? ''
  const staff = usePreviewedStaff(channel)
  const [theme, setTheme] = useState<'light' | 'dark'>('light')
  const [chosen, setState] = useState(first)
  const state = chosen === 'offline' && standing?.state === 'open' ? 'introduction' : chosen
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
      <div className={styles['states']}>
        <Choice
          label={channels.previewState}
          value={chosen}
          choose={setState}
          options={PREVIEW_STATES.map((value) => ({ value, label: channels.previewStates[value] }))}
        />
      </div>
      <div
        className={styles['stage']}
        data-theme={theme}
        style={colours as CSSProperties}
        role="img"
        aria-label={`${channels.preview}: ${channels.previewStates[state]}`}
      >
        <Shop />
        <div className={styles['chat']} aria-hidden="true">
          {state !== 'button' && (
            <PreviewedWidget state={state} options={options} site={site} staff={staff} standing={standing} />
          )}
          <span className={styles['launcher']}>
            <Icon of={state === 'button' ? MessageCircle : ChevronDown} />
          </span>
        </div>
      </div>
    </aside>
  )
}

/** The page that the chat stands on: a picture, a title, some lines. */
const Shop = () => (
  <div className={styles['shop']} aria-hidden="true">
    <i />
    <i />
    <i />
    <i />
    <i />
    <i />
  </div>
)

function Labelled({ icon, label }: { icon: typeof Sun; label: string }) {
  return (
    <>
      <Icon of={icon} size="s" />
      <span className="hidden">{label}</span>
    </>
  )
}
