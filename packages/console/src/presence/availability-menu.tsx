import { Menu } from '@base-ui/react/menu'
import { AVAILABILITIES, type Availability } from '@portico/protocol/availabilities'
import { Check, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/icon.tsx'
import menu from '../parts/menu.module.css'
import styles from './availability-menu.module.css'
import { PresenceMark } from './presence-mark.tsx'
import { presenceTexts } from './texts.ts'
import { useAvailability } from './use-availability.ts'

type Props = { side: 'right' | 'bottom'; className?: string | undefined; children: (availability: Availability) => ReactNode }

/** Whose conversations reach me: the stop where it stands is what opens the three, each with what it means. */
export function AvailabilityMenu({ side, className, children }: Props) {
  const { presence } = useTexts(presenceTexts)
  const { known, availability, set } = useAvailability()
  if (!known) return null
  return (
    <Menu.Root>
      <Menu.Trigger className={className} aria-label={presence.switch(presence.stops[availability].name)}>
        {children(availability)}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side={side} align="end" sideOffset={8}>
          <Menu.Popup className={menu['menu']}>
            <p className={styles['asked']}>{presence.reach}</p>
            <Menu.RadioGroup value={availability} onValueChange={set}>
              {AVAILABILITIES.toReversed().map((stop) => (
                <Menu.RadioItem key={stop} value={stop} closeOnClick className={classes(menu['item'], styles['stop'])}>
                  <StopMark stop={stop} />
                  <span>
                    {presence.stops[stop].name}
                    <small>{presence.stops[stop].meaning}</small>
                  </span>
                  <Menu.RadioItemIndicator className={styles['here']}>
                    <Icon of={Check} size="s" />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

export function StopMark({ stop }: { stop: Availability }) {
  if (stop === 'internal') return <Icon of={Users} size="s" />
  return <PresenceMark state={stop === 'everybody' ? 'active' : 'unavailable'} spoken={false} />
}
