import { useDrafting } from '../channels/drafting.ts'
import { TimeField } from '../channels/time-field.tsx'
import { useTexts } from '../messages/language-context.tsx'
import { ToggleField } from '../parts/toggle.tsx'
import { routingTexts } from './texts.ts'

const SECONDS = { ms: 1000, max: 300, step: 1 }

/** How an offer is made. */
export function AutomaticFields({ disabled }: { disabled: boolean }) {
  const { routing } = useTexts(routingTexts)
  const { draft, change } = useDrafting()
  return (
    <>
      <TimeField
        label={routing.offer}
        hint={routing.offerHint}
        unit={{ ...SECONDS, name: routing.seconds }}
        ms={draft.offerMs}
        change={(offerMs) => change({ offerMs })}
        disabled={disabled}
      />
      <ToggleField
        label={routing.previous}
        hint={routing.previousHint}
        disabled={disabled}
        on={draft.prefersPrevious}
        change={(prefersPrevious) => change({ prefersPrevious })}
      />
      <ToggleField
        label={routing.rests}
        hint={routing.restsHint}
        disabled={disabled}
        on={draft.restsAfterNew}
        change={(restsAfterNew) => change({ restsAfterNew })}
      />
      <ToggleField
        label={routing.calls}
        disabled={disabled}
        on={draft.duringCalls === 'blocked'}
        change={(blocked) => change({ duringCalls: blocked ? 'blocked' : 'allowed' })}
      />
    </>
  )
}
