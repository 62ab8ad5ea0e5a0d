import type { ConversationId } from '@portico/protocol/ids'
import { Link } from '@tanstack/react-router'
import { conversationsTexts } from '../conversations/texts.ts'
import { useConversation } from '../conversations/use-conversation.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { Transcript } from '../log/transcript.tsx'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { panelTexts } from './texts.ts'

type Props = { conversation: ConversationId; openedAt: number; close: () => void }

/** An earlier conversation to read, while the running one stays where it is. */
export function EarlierDialog({ conversation: id, openedAt, close }: Props) {
  const { context } = useTexts(panelTexts)
  const { conversation } = useTexts(conversationsTexts)
  const format = useFormat()
  const watched = useConversation(id)
  return (
    <Dialog
      open
      wide
      close={close}
      title={watched.state === 'here' ? <bdi>{visitorName(watched.view.visitor, conversation)}</bdi> : context.earlier}
      text={format.dateTime(openedAt)}
      foot={
        <Link
          className={buttonClass({ look: 'line' })}
          to="/inbox/$conversation"
          params={{ conversation: id }}
          state={{ focus: 'log', follow: true }}
          onClick={close}
        >
          {context.openIt}
        </Link>
      }
    >
      {watched.state === 'here' ? (
        <Transcript view={watched.view} />
      ) : watched.state === 'waiting' ? (
        <Skeleton />
      ) : (
        <p>{conversation.gone.text}</p>
      )}
    </Dialog>
  )
}
