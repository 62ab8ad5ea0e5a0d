import { type ReactNode } from 'react'
import { useMessages } from '../messages/language-context.tsx'
import { BackLink } from '../parts/back-link.tsx'
import { Page } from '../parts/page.tsx'
import { SETTINGS_PATH } from './room.ts'
import { useScreenTitle } from './screen-title.ts'
import { useNaming, useRooms } from './use-rooms.ts'

type Props = { path: string; facts?: ReactNode; actions?: ReactNode; children: ReactNode }

/** The page behind an entry of the settings, called as the entry is; where there is no list beside it, with the way back. */
export function SettingPage({ path, facts, actions, children }: Props) {
  const { shell } = useMessages()
  const rooms = useRooms()
  const naming = useNaming()
  const setting = rooms.flatMap(({ settings }) => settings ?? []).find((known) => known.path === path)
  const title = setting ? naming(setting.name) : shell.settings
  useScreenTitle(title)
  return (
    <Page
      title={title}
      back={<BackLink to={SETTINGS_PATH} label={shell.backToSettings} narrowOnly />}
      facts={facts}
      actions={actions}
    >
      {children}
    </Page>
  )
}
