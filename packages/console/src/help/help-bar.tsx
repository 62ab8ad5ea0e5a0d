import type { ConversationView } from '@portico/protocol/conversations'
import { LifeBuoy } from 'lucide-react'
import { useMyId } from '../auth/me-context.tsx'
import { isMine } from '../conversations/inbox.ts'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from '../parts/note-bar.module.css'
import { statusOfView } from './status-of.ts'
import { helpTexts } from './texts.ts'
import { useJoin } from './use-join.ts'

/** That help is looked for here, to whoever could give it, and to whoever waits for it. */
export function HelpBar({ view }: { view: ConversationView }) {
  const { help } = useTexts(helpTexts)
  const me = useMyId()
  const command = useCommand()
  const join = useJoin()
  if (statusOfView(view) !== 'help' || view.status?.state !== 'help') return null
  const { by } = view.status
  const mine = isMine(view, me)
  return (
    <div className={styles['bar']} role="status">
      <Icon of={LifeBuoy} size="s" />
      <p>
        {mine && by.id === me ? help.askedYou : help.asked(by.name)}
        {!mine && ` ${help.readsAlong}`}
      </p>
      {mine ? (
        <Button small onClick={() => void command({ type: 'status.set', conversation: view.id, status: 'in-progress' })}>
          {help.stop}
        </Button>
      ) : (
        <Button look="main" small onClick={() => void join(view.id)}>
          {help.join}
        </Button>
      )}
    </div>
  )
}
