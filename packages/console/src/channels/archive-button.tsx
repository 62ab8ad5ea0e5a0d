import type { ChannelId } from '@portico/protocol/ids'
import { useState } from 'react'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Ask } from '../parts/dialog.tsx'
import { tell, tellUndoable } from '../parts/toast.tsx'
import { channelsTexts } from './texts.ts'

/** The channel that everything begins with stays. */
const DEFAULT_CHANNEL = 'main'

/** Puts a channel away, or takes it back with all it had. */
export function ArchiveButton({ channel, name, isArchived }: { channel: ChannelId; name: string; isArchived: boolean }) {
  const { channels: words } = useTexts(channelsTexts)
  const command = useCommand()
  const [asking, setAsking] = useState(false)
  const restore = async () => {
    if (await command({ type: 'channel.restore', channel })) tell(words.restored(name))
  }
  const archive = async () => {
    if (!(await command({ type: 'channel.archive', channel }))) return
    tellUndoable(words.isArchived(name), { label: words.undo, run: () => void command({ type: 'channel.restore', channel }) })
  }
  if (channel === DEFAULT_CHANNEL) return null
  if (isArchived)
    return (
      <Button small onClick={() => void restore()} aria-label={words.restoreOf(name)}>
        {words.restore}
      </Button>
    )
  return (
    <>
      <Button small onClick={() => setAsking(true)} aria-label={words.archiveOf(name)}>
        {words.archive}
      </Button>
      <Ask
        open={asking}
        close={() => setAsking(false)}
        title={words.archiveAsk(name)}
        text={words.archiveText}
        action={words.archive}
        run={() => void archive()}
      />
    </>
  )
}
