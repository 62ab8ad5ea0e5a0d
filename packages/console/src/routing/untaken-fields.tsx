import type { ChannelId } from '@portico/protocol/ids'
import { useDrafting } from '../channels/drafting.ts'
import { TimeField } from '../channels/time-field.tsx'
import channelStyles from '../channels/channels.module.css'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import { ChoiceField } from '../parts/field.tsx'
import { routingTexts } from './texts.ts'

const MINUTES = { ms: 60_000, max: 60, step: 0.5 }
const UNTAKEN = ['waits', 'moves'] as const
const TELLS = ['estimate', 'place', 'nothing'] as const

/** What becomes of a request that waits, and what its visitor is told. */
export function UntakenFields({ channel, disabled }: { channel: ChannelId; disabled: boolean }) {
  const { routing } = useTexts(routingTexts)
  const { draft, change } = useDrafting()
  const others = (useView<'settings'>('settings')?.channels ?? []).filter(({ id }) => id !== channel)
  return (
    <fieldset className={channelStyles['asks']} disabled={disabled} aria-label={routing.untaken}>
      <b>{routing.untaken}</b>
      <Choice
        label={routing.untaken}
        value={draft.untaken}
        choose={(untaken) => change({ untaken })}
        options={UNTAKEN.map((value) => ({ value, label: routing.untakenChoices[value] }))}
      />
      {draft.untaken === 'moves' && (
        <>
          <TimeField
            label={routing.untakenAfter}
            hint={routing.untakenHint}
            unit={{ ...MINUTES, name: routing.minutes }}
            ms={draft.untakenMs}
            change={(untakenMs) => change({ untakenMs })}
            disabled={disabled}
          />
          <ChoiceField
            label={routing.untakenTo}
            value={draft.untakenTo ?? ''}
            onChange={({ target }) => change({ untakenTo: others.find(({ id }) => id === target.value)?.id ?? null })}
          >
            <option value="">{routing.chooseChannel}</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </ChoiceField>
        </>
      )}
      <b>{routing.tells}</b>
      <Choice
        label={routing.tells}
        value={draft.tellsQueue}
        choose={(tellsQueue) => change({ tellsQueue })}
        options={TELLS.map((value) => ({ value, label: routing.tellsChoices[value] }))}
      />
      <small>{routing.tellsHint}</small>
    </fieldset>
  )
}
