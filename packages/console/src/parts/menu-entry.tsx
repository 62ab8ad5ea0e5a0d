import { Menu } from '@base-ui/react/menu'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './menu.module.css'

type Props = { icon: LucideIcon; run: () => void; why?: string | undefined; hint?: string | undefined; children: ReactNode }

/** Something to choose in a menu. What cannot be done at the moment stays, grey, with the reason: `why`. */
export function MenuEntry({ icon, run, why, hint, children }: Props) {
  return (
    <Menu.Item className={styles['item']} disabled={why !== undefined} onClick={run}>
      <Icon of={icon} size="s" />
      <span>
        {children}
        {(why ?? hint) !== undefined && <small>{why ?? hint}</small>}
      </span>
    </Menu.Item>
  )
}
