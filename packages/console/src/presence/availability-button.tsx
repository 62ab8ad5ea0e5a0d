import { useTexts } from '../messages/language-context.tsx'
import { buttonClass } from '../parts/button.tsx'
import { PresenceMark } from './presence-mark.tsx'
import { presenceTexts } from './texts.ts'
import { useAvailability } from './use-availability.ts'

/** The availability switch where there is no rail: on a phone. */
export function AvailabilityButton({ className }: { className?: string | undefined }) {
  const { presence } = useTexts(presenceTexts)
  const { known, available, set } = useAvailability()
  if (!known) return null
  return (
    <button type="button" className={buttonClass({ look: 'plain' }, className)} onClick={() => set(!available)}>
      <PresenceMark state={available ? 'active' : 'unavailable'} spoken={false} />
      {available ? presence.available : presence.unavailable}
      <span className="hidden"> {presence.change}</span>
    </button>
  )
}
