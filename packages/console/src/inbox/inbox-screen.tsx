import type { ConversationId } from '@portico/protocol/ids'
import { Outlet, useLocation, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { classes } from '../parts/classes.ts'
import { useScreenTitle } from '../rooms/screen-title.ts'
import { ConversationList } from './conversation-list.tsx'
import styles from './inbox-screen.module.css'
import { PreviewDialog } from './preview-dialog.tsx'
import { inboxTexts } from './texts.ts'
import { useInboxActions } from './use-inbox-actions.ts'

/** The list, and beside it what is open. On a phone one of the two. */
export function InboxScreen() {
  const { inbox } = useTexts(inboxTexts)
  useScreenTitle(inbox.title)
  const current = useParams({ strict: false }).conversation as ConversationId | undefined // of the address; the server judges it
  const { follow } = useLocation().state
  const [previewed, preview] = useState<ConversationId>()
  useInboxActions(current, preview)
  return (
    <div className={classes(styles['inbox'], current !== undefined && styles['open'])}>
      <ConversationList current={current} follow={follow ? current : undefined} preview={preview} />
      <Outlet />
      {previewed && <PreviewDialog conversation={previewed} close={() => preview(undefined)} />}
    </div>
  )
}
