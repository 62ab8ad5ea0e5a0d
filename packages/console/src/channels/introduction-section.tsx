import { useTexts } from '../messages/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import { ToggleField } from '../parts/toggle.tsx'
import type { SectionProps } from '../rooms/room.ts'
import styles from './channels.module.css'
import { useDrafting } from './drafting.ts'
import { NamesFields } from './names-fields.tsx'
import { channelsTexts } from './texts.ts'

const ASKS = ['nothing', 'name', 'name-and-email'] as const
const ASKS_WHEN = ['before', 'after'] as const

/** What a visitor is asked, and told. */
export function IntroductionSection({ disabled }: SectionProps) {
  const { draft, change } = useDrafting()
  const { channels } = useTexts(channelsTexts)
  return (
    <fieldset className={styles['group']} aria-label={channels.introduction} disabled={disabled}>
      <div className={styles['asks']}>
        <b>{channels.asks}</b>
        <Choice
          label={channels.asks}
          value={draft.asks}
          choose={(asks) => change({ asks })}
          options={ASKS.map((value) => ({ value, label: channels.asksChoices[value] }))}
        />
        {draft.asks !== 'nothing' && (
          <Choice
            label={channels.asksWhen}
            value={draft.asksWhen}
            choose={(asksWhen) => change({ asksWhen })}
            options={ASKS_WHEN.map((value) => ({ value, label: channels.asksWhenChoices[value] }))}
          />
        )}
        <small>{channels.asksHint}</small>
      </div>
      <NamesFields disabled={disabled} />
      <ToggleField
        label={channels.previewsTyping}
        hint={channels.previewsTypingHint}
        disabled={disabled}
        on={draft.previewsTyping}
        change={(previewsTyping) => change({ previewsTyping })}
      />
      <ToggleField
        label={channels.opensOnAnswer}
        hint={channels.opensOnAnswerHint}
        disabled={disabled}
        on={draft.opensOnAnswer}
        change={(opensOnAnswer) => change({ opensOnAnswer })}
      />
      <ToggleField
        label={channels.dropsQuery}
        hint={channels.dropsQueryHint}
        disabled={disabled}
        on={draft.pageQuery === 'dropped'}
        change={(drops) => change({ pageQuery: drops ? 'dropped' : 'masked' })}
      />
    </fieldset>
  )
}
