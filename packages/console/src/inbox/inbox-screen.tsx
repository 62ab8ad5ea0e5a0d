import type { ConversationId } from '@portico/protocol/ids'
import { Outlet, useLocation, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { classes } from '../parts/classes.ts'
import { Drawn } from '../rooms/drawn.tsx'
import type { Load } from '../rooms/room.ts'
import { useScreenTitle } from '../rooms/screen-title.ts'
import { DockContext } from '../welcome/dock-context.ts'
import { ConversationList } from './conversation-list.tsx'
import styles from './inbox-screen.module.css'
import { PreviewDialog } from './preview-dialog.tsx'
import { inboxTexts } from './texts.ts'
import { useDocking } from './use-docking.ts'
import { useInboxActions } from './use-inbox-actions.ts'

const NOTHING = {}
const previewDock: Load = async () => (await import('../welcome/preview-dock.tsx')).PreviewDock

/** The list, and beside it what is open. On a phone one of the two. */
export function InboxScreen() {
  const { inbox } = useTexts(inboxTexts)
  useScreenTitle(inbox.title)
  const current = useParams({ strict: false }).conversation as ConversationId | undefined // of the address; the server judges it
  const { follow } = useLocation().state
  const [previewed, preview] = useState<ConversationId>()
  const dock = useDocking()
  useInboxActions(current, preview)
  return (
    <DockContext value={dock}>
      <div
        className={classes(styles['inbox'], current !== undefined && styles['open'], dock.docked && styles['docked'])}
        data-docked={dock.docked || undefined}
      >
        <ConversationList current={current} follow={follow ? current : undefined} preview={preview} />
        <Outlet />
        {dock.docked && <Drawn of={previewDock} with={NOTHING} />}
        {previewed && <PreviewDialog conversation={previewed} close={() => preview(undefined)} />}
      </div>
    </DockContext>
  )
}
