import type { Command } from '@portico/protocol'
import type { ConversationId } from '@portico/protocol/ids'
import { useState } from 'react'
import { useLive } from '../live/live-context.tsx'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Ask } from '../parts/dialog.tsx'
import { tell } from '../parts/toast.tsx'
import { ChooseDialog } from '../routing/choose-dialog.tsx'
import { routingTexts } from '../routing/texts.ts'
import { useOwnChannels } from '../routing/use-own-channels.ts'
import styles from './request-list.module.css'
import { inboxTexts } from './texts.ts'

type Props = { picked: ReadonlySet<ConversationId>; end: () => void }

/** What can be done with several requests at once: take them, send them elsewhere, end them. */
export function TriageBar({ picked, end }: Props) {
  const { inbox } = useTexts(inboxTexts)
  const { routing } = useTexts(routingTexts)
  const { shell } = useMessages()
  const run = useAll(end)
  const [open, setOpen] = useState<'move' | 'close'>()
  const channels = useOwnChannels()
  const none = picked.size === 0
  const each = (make: (conversation: ConversationId) => Command) => void run([...picked].map(make))
  const close = () => setOpen(undefined)
  return (
    <div className={styles['triage']} role="group" aria-label={inbox.triage}>
      <p role="status">{inbox.picked(picked.size)}</p>
      <Button
        small
        look="main"
        disabled={none}
        onClick={() => each((conversation) => ({ type: 'conversation.accept', conversation }))}
      >
        {inbox.accept}
      </Button>
      <Button small disabled={none || channels.length < 2} onClick={() => setOpen('move')}>
        {inbox.triageMove}
      </Button>
      <Button small disabled={none} onClick={() => setOpen('close')}>
        {inbox.triageEnd}
      </Button>
      <Button small onClick={end}>
        {shell.cancel}
      </Button>
      <ChooseDialog
        open={open === 'move'}
        close={close}
        title={routing.moveTitle}
        text={routing.moveText}
        choices={channels}
        run={async ({ id }) => each((conversation) => ({ type: 'conversation.move', conversation, channel: id }))}
      />
      <Ask
        open={open === 'close'}
        close={close}
        title={inbox.triageEndAsk(picked.size)}
        text={inbox.triageEndText}
        action={inbox.triageEnd}
        run={() => each((conversation) => ({ type: 'conversation.close', conversation }))}
      />
    </div>
  )
}

/** One after the other; what was refused is counted and said once. */
function useAll(end: () => void): (commands: readonly Command[]) => Promise<void> {
  const live = useLive()
  const { inbox } = useTexts(inboxTexts)
  return async (commands) => {
    end()
    const outcomes = await Promise.all(commands.map((command) => live.send(command)))
    const refused = outcomes.filter(({ ok }) => !ok).length
    tell(inbox.triaged(outcomes.length - refused, refused), refused > 0 ? 'failed' : undefined)
  }
}
