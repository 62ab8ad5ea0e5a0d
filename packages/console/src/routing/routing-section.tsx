import { useTexts } from '../messages/language-context.tsx'
import type { SectionProps } from '../rooms/room.ts'
import channelStyles from '../channels/channels.module.css'
import { useDrafting } from '../channels/drafting.ts'
import { AutomaticFields } from './automatic-fields.tsx'
import { LimitFields } from './limit-fields.tsx'
import { routingTexts } from './texts.ts'
import { UntakenFields } from './untaken-fields.tsx'
import { WayCards } from './way-cards.tsx'

/** Three ways as three cards, then the settings of the chosen one, and what each member may have. */
export function RoutingSection({ channel, disabled }: SectionProps) {
  const { routing } = useTexts(routingTexts)
  const { draft } = useDrafting()
  return (
    <section className={channelStyles['group']} aria-label={routing.title}>
      <WayCards disabled={disabled} />
      {draft.assigns === 'automatic' && <AutomaticFields disabled={disabled} />}
      <UntakenFields channel={channel.id} disabled={disabled} />
      <LimitFields channel={channel.id} disabled={disabled} />
    </section>
  )
}
