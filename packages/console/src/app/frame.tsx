import { Outlet, useParams } from '@tanstack/react-router'
import { useKeys } from '../actions/use-keys.ts'
import { Alerts } from '../alerts/alerts.tsx'
import { useMessages } from '../messages/language-context.tsx'
import { KeyList } from '../palette/key-list.tsx'
import { Palette } from '../palette/palette.tsx'
import { classes } from '../parts/classes.ts'
import { useActivity } from '../presence/use-activity.ts'
import { TitleContext } from '../rooms/screen-title.ts'
import { AvailabilityBanner } from './availability-banner.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import styles from './frame.module.css'
import { FullDiskBanner } from './full-disk-banner.tsx'
import { NoChannelBanner } from './no-channel-banner.tsx'
import { ProxyBanner } from './proxy-banner.tsx'
import { BottomBar, Rail } from './rail.tsx'
import { SwitchedOffBanner } from './switched-off-banner.tsx'
import { useFrameActions } from './use-frame-actions.ts'
import { useOwnLanguage } from './use-own-language.ts'
import { useTitleOf } from './use-title-of.ts'

/** What stands around every screen of somebody who is signed in. */
export function Frame() {
  const { shell } = useMessages()
  useKeys()
  useFrameActions()
  useActivity()
  useOwnLanguage()
  const titleOf = useTitleOf()
  const inConversation = useParams({ strict: false }).conversation !== undefined
  return (
    <TitleContext value={titleOf}>
      <a className={styles['skip']} href="#content">
        {shell.skip}
      </a>
      <div className={classes(styles['frame'], inConversation && styles['alone'])}>
        <Rail />
        <div className={styles['banners']}>
          <ConnectionBanner />
          <FullDiskBanner />
          <ProxyBanner />
          <NoChannelBanner />
          <AvailabilityBanner />
          <SwitchedOffBanner />
        </div>
        <main id="content" className={styles['content']} tabIndex={-1}>
          <Outlet />
        </main>
        <BottomBar />
      </div>
      <Palette />
      <KeyList />
      <Alerts />
    </TitleContext>
  )
}
