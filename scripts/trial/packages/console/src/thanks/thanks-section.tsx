import { useDrafting } from '../channels/drafting.ts'
import { useTexts } from '../messages/language-context.tsx'
import { ToggleField } from '../parts/toggle.tsx'
import type { SectionProps } from '../rooms/room.ts'
import { thanksTexts } from './texts.ts'

/** Whether the channel’s visitors may thank. */
export function ThanksSection({ disabled }: SectionProps) {
  const { draft, change } = useDrafting()
  const { thanks } = useTexts(thanksTexts)
  return (
    <ToggleField
      label={thanks.takes}
      disabled={disabled}
      on={draft.takesThanks}
      change={(takesThanks) => change({ takesThanks })}
    />
  )
}
