import { Menu } from '@base-ui/react/menu'
import { MONITORED } from '@portico/protocol/monitored'
import { Bell, BellOff, BellRing, Check } from 'lucide-react'
import { useMyId } from '../auth/me-context.tsx'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import menu from '../parts/menu.module.css'
import type { ViewProps } from '../rooms/room.ts'
import { monitoredIn } from './monitored.ts'
import styles from './monitoring.module.css'
import { monitoringTexts } from './texts.ts'
import { useMonitored } from './use-monitored.ts'

const ICONS = { nothing: BellOff, visitor: Bell, everything: BellRing } as const

/** What calls me when something is said there. */
export function MonitoringEntries({ view }: ViewProps) {
  const { monitoring } = useTexts(monitoringTexts)
  const command = useCommand()
  const me = useMyId()
  const chosen = useMonitored()
  if (view.phase.state === 'closed') return null
  const current = monitoredIn(view, { chosen, me })
  return (
    <Menu.Group className={styles['group']}>
      <Menu.GroupLabel className={styles['label']}>{monitoring.label}</Menu.GroupLabel>
      <Menu.RadioGroup
        value={current}
        onValueChange={(of: typeof current) => void command({ type: 'monitor.set', conversation: view.id, of })}
      >
        {MONITORED.map((of) => (
          <Menu.RadioItem key={of} value={of} closeOnClick className={menu['item']}>
            <Icon of={ICONS[of]} size="s" />
            <span>{monitoring.names[of]}</span>
            <Menu.RadioItemIndicator className={styles['here']}>
              <Icon of={Check} size="s" />
            </Menu.RadioItemIndicator>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Menu.Group>
  )
}
