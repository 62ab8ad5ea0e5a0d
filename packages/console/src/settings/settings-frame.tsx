import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import { SETTINGS_PATH } from '../rooms/room.ts'
import { useNaming } from '../rooms/use-rooms.ts'
import styles from './contents.module.css'
import { settingsTexts } from './texts.ts'
import { useContents } from './use-contents.ts'

/** On the table of contents nothing stands around it; beside the page of a setting all others do. */
export function SettingsFrame() {
  const { pathname } = useLocation()
  if (pathname.replace(/\/$/, '') === SETTINGS_PATH) return <Outlet />
  return (
    <div className={styles['frame']}>
      <SettingsList />
      <Outlet />
    </div>
  )
}

function SettingsList() {
  const { shell } = useMessages()
  const { contents: words } = useTexts(settingsTexts)
  const naming = useNaming()
  return (
    <nav className={styles['list']} aria-label={words.label}>
      <Link to={SETTINGS_PATH}>{shell.settings}</Link>
      {useContents().map(({ group, settings }) => (
        <section key={group}>
          <h2>{words.groups[group]}</h2>
          <ul>
            {settings.map(({ path, name, icon }) => (
              <li key={path}>
                <Link to={`${SETTINGS_PATH}/${path}`} activeProps={{ 'aria-current': 'page' }}>
                  <Icon of={icon} size="s" />
                  {naming(name)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
