import { Menu } from '@base-ui/react/menu'
import { useNavigate } from '@tanstack/react-router'
import { Keyboard, LogOut, Settings2 } from 'lucide-react'
import { useActions } from '../actions/use-action.ts'
import { useMe, useMyId } from '../auth/me-context.tsx'
import { useMessages } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { MenuEntry } from '../parts/menu-entry.tsx'
import menu from '../parts/menu.module.css'
import { SETTINGS_PATH } from '../rooms/room.ts'
import { useActionName } from '../rooms/use-action-name.ts'
import styles from './rail.module.css'

/** Behind one's own initials: who one is, the settings, the way out. */
export function AccountMenu() {
  const { shell } = useMessages()
  const called = useActionName()
  const me = useMe()
  const id = useMyId()
  const actions = useActions()
  const navigate = useNavigate()
  return (
    <Menu.Root>
      <Menu.Trigger className={styles['account']}>
        <Avatar id={id} name={me?.name ?? null} />
        <span className="hidden">{shell.account(me?.name ?? '')}</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="right" align="end" sideOffset={8}>
          <Menu.Popup className={menu['menu']}>
            <div className={styles['person']}>
              <b dir="auto">{me?.name}</b>
              <span>{me?.email}</span>
            </div>
            <MenuEntry icon={Settings2} run={() => void navigate({ to: SETTINGS_PATH })}>
              {shell.settings}
            </MenuEntry>
            <MenuEntry icon={Keyboard} run={() => void actions.run('keys')}>
              {called('keys')}
            </MenuEntry>
            <MenuEntry icon={LogOut} run={() => void actions.run('signOut')}>
              {called('signOut')}
            </MenuEntry>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
