import type { ConversationId } from '@portico/protocol/ids'
import { useNavigate } from '@tanstack/react-router'
import { useAction } from '../actions/use-action.ts'
import { useMyId } from '../auth/me-context.tsx'
import { useChannelName, useRow } from '../conversations/inbox-context.tsx'
import { pagePath } from '../conversations/page-path.ts'
import { conversationsTexts } from '../conversations/texts.ts'
import { useAccept } from '../conversations/use-accept.ts'
import { useMayAccept } from '../conversations/use-may-accept.ts'
import { useConversation } from '../conversations/use-conversation.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { LookingStrip } from '../head/looking-strip.tsx'
import { useCommand } from '../live/use-command.ts'
import { useNow } from '../live/use-now.ts'
import { Transcript } from '../log/transcript.tsx'
import { duration } from '../messages/duration.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { KeyCap } from '../parts/key-cap.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { SendOnButton } from '../routing/send-on-button.tsx'
import styles from './preview-dialog.module.css'
import { inboxTexts, type PreviewTexts } from './texts.ts'

/** The whole protocol so far, before one decides to accept. The visitor is not told of the look. */
export function PreviewDialog({ conversation, close }: { conversation: ConversationId; close: () => void }) {
  const { conversation: words } = useTexts(conversationsTexts)
  const { inbox, preview } = useTexts(inboxTexts)
  const watched = useConversation(conversation)
  const row = useRow(conversation)
  const accept = useAccept()
  const mayAccept = useMayAccept()
  const navigate = useNavigate()
  const command = useCommand()
  const me = useMyId()
  const view = watched.state === 'here' ? watched.view : undefined
  const open = row?.phase.state === 'requested' ? row : undefined
  const take = open && mayAccept(open.channel) ? () => (close(), accept(open)) : undefined
  const phase = row?.phase ?? view?.phase
  const lookAtIt = () => {
    close()
    void navigate({ to: '/inbox/$conversation', params: { conversation } })
  }
  useAction('accept', take)
  return (
    <Dialog
      open
      wide
      close={close}
      title={view ? <bdi>{visitorName(view.visitor, words)}</bdi> : inbox.preview}
      text={<Facts conversation={conversation} />}
      foot={
        <>
          <p className={styles['hint']} role="status">
            {watched.state === 'gone'
              ? words.gone.text
              : (outcomeText(preview, phase) ?? (open && !take ? words.mayNotAccept : preview.hint))}
          </p>
          {open?.offer?.operator === me && (
            <Button
              onClick={() => {
                close()
                void command({ type: 'conversation.decline', conversation })
              }}
            >
              {inbox.decline}
            </Button>
          )}
          {open && <SendOnButton conversation={conversation} channel={open.channel} />}
          <Button onClick={close}>{preview.cancel}</Button>
          {watched.state !== 'gone' && (
            <Button
              look={take ? 'main' : 'line'}
              data-preview
              onClick={take ?? lookAtIt}
              aria-keyshortcuts={take && 'a'}
              data-first
            >
              {take ? preview.accept : preview.look}
              {take && <KeyCap name="A" />}
            </Button>
          )}
        </>
      }
    >
      {view && <LookingStrip view={view} />}
      {view ? <Transcript view={view} /> : watched.state === 'waiting' && <Skeleton />}
    </Dialog>
  )
}

function Facts({ conversation }: { conversation: ConversationId }) {
  const { preview } = useTexts(inboxTexts)
  const row = useRow(conversation)
  const channel = useChannelName(row?.channel)
  const now = useNow()
  if (!row) return null
  return (
    <>
      {row.phase.state === 'requested' && preview.waiting(duration(now - row.phase.at))}
      {row.page && <bdi> {preview.on(pagePath(row.page.url))}</bdi>}
      {' · '}
      <bdi>{channel}</bdi>
    </>
  )
}

type Phase = NonNullable<ReturnType<typeof useRow>>['phase']

function outcomeText(preview: PreviewTexts, phase: Phase | undefined): string | undefined {
  switch (phase?.state) {
    case 'active':
      return preview.taken(phase.operators[0]?.name ?? '')
    case 'closed':
      return preview.closed
    case 'requested':
    case undefined:
      return undefined
  }
}
