import { useTexts } from '../messages/language-context.tsx'
import { buttonClass } from '../parts/button.tsx'
import { AvailabilityMenu, StopMark } from './availability-menu.tsx'
import { presenceTexts } from './texts.ts'

/** The availability switch where there is no rail: on a phone. */
export function AvailabilityButton({ className }: { className?: string | undefined }) {
  const { presence } = useTexts(presenceTexts)
  return (
    <AvailabilityMenu side="bottom" className={buttonClass({ look: 'plain' }, className)}>
      {(stop) => (
        <>
          <StopMark stop={stop} />
          {presence.stops[stop].name}
        </>
      )}
    </AvailabilityMenu>
  )
}
