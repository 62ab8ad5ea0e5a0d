import { useTexts } from '../messages/language-context.tsx'
import { useDrafting } from './drafting.ts'
import { TimeField } from './time-field.tsx'
import { channelsTexts } from './texts.ts'

const MINUTES = { ms: 60_000, max: 24 * 60, step: 1 }
const HOURS = { ms: 60 * 60_000, max: 30 * 24, step: 1 }

/** When a conversation ends by itself, and how long its visitor may go on with it. */
export function EndingFields({ disabled }: { disabled: boolean }) {
  const { draft, change } = useDrafting()
  const { channels } = useTexts(channelsTexts)
  return (
    <>
      <TimeField
        label={channels.endsQuiet}
        hint={channels.endsQuietHint}
        unit={{ ...HOURS, name: channels.reopenUnit }}
        ms={draft.endsAfterQuietMs}
        change={(endsAfterQuietMs) => change({ endsAfterQuietMs })}
        disabled={disabled}
      />
      <TimeField
        label={channels.endsGone}
        hint={channels.endsGoneHint}
        unit={{ ...MINUTES, name: channels.bearUnit }}
        ms={draft.endsAfterGoneMs}
        change={(endsAfterGoneMs) => change({ endsAfterGoneMs })}
        disabled={disabled}
      />
      <TimeField
        label={channels.reopen}
        hint={channels.reopenHint}
        unit={{ ...HOURS, name: channels.reopenUnit }}
        ms={draft.reopenWithinMs}
        change={(reopenWithinMs) => change({ reopenWithinMs })}
        disabled={disabled}
      />
    </>
  )
}
