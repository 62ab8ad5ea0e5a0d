import { Menu } from '@base-ui/react/menu'
import { Link } from '@tanstack/react-router'
import { Keyboard, LogOut, SlidersHorizontal } from 'lucide-react'
import { useActions } from '../actions/use-action.ts'
import { useMe, useMyId } from '../auth/me-context.tsx'
import { useMessages } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from './rail.module.css'

/** Behind one's own initials: who one is, the settings, the way out. */
export function AccountMenu() {
  const { shell, screens, actions: names, auth } = useMessages()
  const me = useMe()
  const id = useMyId()
  const actions = useActions()
  return (
    <Menu.Root>
      <Menu.Trigger className={styles['account']}>
        <Avatar id={id} name={me?.name ?? null} />
        <span className="hidden">{shell.account(me?.name ?? '')}</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="right" align="end" sideOffset={8}>
          <Menu.Popup className={styles['menu']}>
            <div className={styles['person']}>
              <b dir="auto">{me?.name}</b>
              <span>{me?.email}</span>
            </div>
            <Menu.Item className={styles['item']} render={<Link to="/settings" />}>
              <Icon of={SlidersHorizontal} size="s" />
              {screens.settings}
            </Menu.Item>
            <Menu.Item className={styles['item']} onClick={() => actions.run('keys')}>
              <Icon of={Keyboard} size="s" />
              {names.keys}
            </Menu.Item>
            <Menu.Item className={styles['item']} onClick={() => actions.run('signOut')}>
              <Icon of={LogOut} size="s" />
              {auth.signOut}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
