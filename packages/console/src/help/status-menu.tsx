import { Menu } from '@base-ui/react/menu'
import type { ConversationView } from '@portico/protocol/conversations'
import { Check, ChevronDown, Hourglass, LifeBuoy, type LucideIcon, Play } from 'lucide-react'
import type { Status } from '@portico/protocol/help'
import { useAction } from '../actions/use-action.ts'
import { useMayWork } from '../conversations/use-may-work.ts'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/icon.tsx'
import menu from '../parts/menu.module.css'
import styles from './status-menu.module.css'
import { statusOfView } from './status-of.ts'
import { helpTexts } from './texts.ts'

export const STATUS_ICONS: Record<Status['state'], LucideIcon> = { 'in-progress': Play, waiting: Hourglass, help: LifeBuoy }
const STATES = ['in-progress', 'waiting', 'help'] as const

/** How the conversation stands, in its head, to be read and changed; nothing where it does not run. */
export function StatusMenu({ view }: { view: ConversationView }) {
  const { status } = useTexts(helpTexts)
  const command = useCommand()
  const current = statusOfView(view)
  const mayWork = useMayWork(view)
  const set = (state: Status['state']) => void command({ type: 'status.set', conversation: view.id, status: state })
  useAction('help', current && mayWork ? () => set(current === 'help' ? 'in-progress' : 'help') : undefined)
  if (!current) return null
  if (!mayWork) return <Standing current={current} />
  return (
    <Menu.Root>
      <Menu.Trigger
        className={classes(styles['status'], styles[current])}
        aria-label={`${status.label}: ${status.names[current]}`}
      >
        <Icon of={STATUS_ICONS[current]} size="s" />
        <span className={styles['name']}>{status.names[current]}</span>
        <Icon of={ChevronDown} size="xs" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="end" sideOffset={4}>
          <Menu.Popup className={menu['menu']}>
            <Menu.RadioGroup value={current} onValueChange={set}>
              {STATES.map((state) => (
                <Menu.RadioItem key={state} value={state} closeOnClick className={classes(menu['item'], styles['item'])}>
                  <Icon of={STATUS_ICONS[state]} size="s" />
                  <span>
                    {status.names[state]}
                    <small>{status.hints[state]}</small>
                  </span>
                  <Menu.RadioItemIndicator className={styles['check']}>
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

/** To be read by whoever may not change it. */
function Standing({ current }: { current: Status['state'] }) {
  const { status } = useTexts(helpTexts)
  return (
    <span className={classes(styles['status'], styles[current])}>
      <Icon of={STATUS_ICONS[current]} size="s" />
      <span className={styles['name']}>{status.names[current]}</span>
    </span>
  )
}
