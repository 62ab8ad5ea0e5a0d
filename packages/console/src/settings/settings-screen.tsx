import { Link } from '@tanstack/react-router'
import { ChevronRight, Search } from 'lucide-react'
import { useState } from 'react'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import { Page } from '../parts/page.tsx'
import { Drawn } from '../rooms/drawn.tsx'
import { type Setting, SETTINGS_PATH } from '../rooms/room.ts'
import { useScreenTitle } from '../rooms/screen-title.ts'
import { useNaming } from '../rooms/use-rooms.ts'
import styles from './contents.module.css'
import { settingsTexts } from './texts.ts'
import { useContents } from './use-contents.ts'

const NOTHING = {}

/** The table of contents: each setting with how it stands. */
export function SettingsScreen() {
  const { shell } = useMessages()
  const { contents: words } = useTexts(settingsTexts)
  const naming = useNaming()
  const contents = useContents()
  const [sought, setSought] = useState('')
  useScreenTitle(shell.settings)
  const isSought = ({ name }: Setting) => naming(name).toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase())
  const groups = contents
    .map(({ group, settings }) => ({ group, settings: settings.filter(isSought) }))
    .filter(({ settings }) => settings.length > 0)
  return (
    <Page title={shell.settings} actions={<Find sought={sought} seek={setSought} />}>
      {groups.length === 0 && (
        <p className={styles['nothing']} role="status">
          {words.nothing(sought)}
        </p>
      )}
      <div className={styles['contents']}>
        {groups.map(({ group, settings }) => (
          <section key={group} aria-label={words.groups[group]}>
            <h2>{words.groups[group]}</h2>
            <ul>
              {settings.map((setting) => (
                <Entry key={setting.path} setting={setting} name={naming(setting.name)} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Page>
  )
}

function Find({ sought, seek }: { sought: string; seek: (words: string) => void }) {
  const { contents: words } = useTexts(settingsTexts)
  return (
    <label className={styles['find']}>
      <Icon of={Search} size="s" />
      <span className="hidden">{words.find}</span>
      <input type="search" placeholder={words.find} value={sought} onChange={({ target }) => seek(target.value)} />
    </label>
  )
}

function Entry({ setting: { path, icon, state }, name }: { setting: Setting; name: string }) {
  return (
    <li>
      <Link to={`${SETTINGS_PATH}/${path}`}>
        <Icon of={icon} />
        <b>{name}</b>
        <span className={styles['state']}>{state && <Drawn of={state} with={NOTHING} />}</span>
        <Icon of={ChevronRight} size="s" />
      </Link>
    </li>
  )
}
