import { Outlet, useMatch } from '@tanstack/react-router'
import { Alerts } from '../alerts/alerts.tsx'
import { useKeys } from '../actions/use-keys.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { FullDiskBanner } from './full-disk-banner.tsx'
import { useMessages } from '../messages/language-context.tsx'
import { classes } from '../parts/classes.ts'
import { KeyList } from '../actions/key-list.tsx'
import { Palette } from '../palette/palette.tsx'
import styles from './frame.module.css'
import { ProxyBanner } from './proxy-banner.tsx'
import { BottomBar, Rail } from './rail.tsx'
import { useFrameActions } from './use-frame-actions.ts'

/** What stands around every screen of somebody who is signed in. */
export function Frame() {
  const { shell } = useMessages()
  useKeys()
  useFrameActions()
  const inConversation = useMatch({ from: '/in/inbox/$conversation', shouldThrow: false }) !== undefined
  return (
    <>
      <a className={styles['skip']} href="#content">
        {shell.skip}
      </a>
      <div className={classes(styles['frame'], inConversation && styles['alone'])}>
        <Rail />
        <div className={styles['banners']}>
          <ConnectionBanner />
          <FullDiskBanner />
          <ProxyBanner />
        </div>
        <main id="content" className={styles['content']} tabIndex={-1}>
          <Outlet />
        </main>
        <BottomBar />
      </div>
      <Palette />
      <KeyList />
      <Alerts />
    </>
  )
}
