import type { ConversationView } from '@portico/protocol/conversations'
import { useState } from 'react'
import { useAction } from '../actions/use-action.ts'
import { useMyId } from '../auth/me-context.tsx'
import { AwayBar } from '../composer/away-bar.tsx'
import { ClosedBar } from '../composer/closed-bar.tsx'
import { listenersOf } from '../colleagues/listeners-of.ts'
import { Composer } from '../composer/composer.tsx'
import { RequestBar } from '../composer/request-bar.tsx'
import { unsentBox } from '../composer/use-unsent.ts'
import { UnsentReply } from '../composer/unsent-reply.tsx'
import { useRow } from '../conversations/inbox-context.tsx'
import type { Box } from '../conversations/sending.ts'
import { conversationsTexts } from '../conversations/texts.ts'
import { useMayWork } from '../conversations/use-may-work.ts'
import { useReopen } from '../conversations/use-reopen.ts'
import { ConversationHead } from '../head/conversation-head.tsx'
import { LookingStrip } from '../head/looking-strip.tsx'
import { HelpBar } from '../help/help-bar.tsx'
import { useCommand } from '../live/use-command.ts'
import { Log } from '../log/log.tsx'
import { QuoteContext } from '../log/quoting.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Ask } from '../parts/dialog.tsx'
import { isolated } from '../parts/isolated.ts'
import { quoted } from '../parts/quoted.ts'
import { SendingOn } from '../routing/sending-on.tsx'
import { useIsForEveryone } from '../routing/use-is-for-everyone.ts'
import { draftKey, keepDraft, readDraft } from '../session/drafts.ts'
import styles from './conversation-screen.module.css'
import { openWindow } from './open-window.ts'
import { useWishedFocus } from './use-wished-focus.ts'
import { Drawn } from '../rooms/drawn.tsx'

const colleagueBar = async () => (await import('../colleagues/colleague-bar.tsx')).ColleagueBar
const whisperComposer = async () => (await import('../colleagues/whisper-composer.tsx')).WhisperComposer
const seatStrip = async () => (await import('../head/seat-strip.tsx')).SeatStrip

/** One conversation: who, the log, and what one can do in its phase. */
export function ConversationPane({ view, name }: { view: ConversationView; name: string }) {
  const { conversation } = useTexts(conversationsTexts)
  const command = useCommand()
  const row = useRow(view.id)
  const me = useMyId()
  const [box, setBox] = useState<Box>(() => unsentBox(me, view.id))
  const [whispering, setWhispering] = useState(false)
  const [asking, setAsking] = useState(false)
  const { field, pane, toField } = useWishedFocus(view.id)
  const reopen = useReopen()
  const mayWork = useMayWork(view)
  const observes = view.observers?.some(({ id }) => id === me) === true
  const active = mayWork && view.phase.state === 'active'
  const closed = mayWork && view.phase.state === 'closed'
  const mayAnswer = useIsForEveryone(view) && !observes
  const waits = view.phase.state === 'requested' && !mayAnswer
  const mayWhisper = listenersOf(view, me).length > 0
  const whispers = whispering && mayWhisper
  const whisper = mayWhisper ? () => setWhispering(true) : undefined
  const write = (into: Box) => () => {
    setWhispering(false)
    setBox(into)
    toField()
  }
  useAction('reply', active || mayAnswer ? write('reply') : undefined)
  useAction('note', active || mayAnswer || closed || observes ? write('note') : undefined)
  useAction('reopen', closed ? () => void reopen(view.id) : undefined)
  useAction('close', active ? () => setAsking(true) : undefined)
  useAction('window', () => openWindow(view.id))
  const quote = (text: string) => {
    const key = draftKey(me, 'reply', view.id)
    const before = readDraft(key)
    keepDraft(key, `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${quoted(text)}`)
    write('reply')()
  }
  const close = () => void command({ type: 'conversation.close', conversation: view.id })
  return (
    <section ref={pane} className={styles['pane']} aria-label={conversation.with(name)}>
      <ConversationHead view={view} name={name} close={active ? () => setAsking(true) : undefined} />
      <Drawn of={seatStrip} with={{ view }} />
      <LookingStrip view={view} />
      <SendingOn conversation={view.id} channel={view.channel} isOver={closed} />
      <QuoteContext value={active ? quote : undefined}>
        <Log view={view} name={name} />
      </QuoteContext>
      <AwayBar view={view} name={name} />
      <HelpBar view={view} />
      <Drawn of={colleagueBar} with={{ view }} />
      {waits && <RequestBar row={row} />}
      {whispers && (
        <Drawn
          of={whisperComposer}
          with={{
            view,
            replies: !observes,
            choose: (into: Box) => write(into)(),
          }}
        />
      )}
      {observes && !whispers && (
        <Composer view={view} name={name} box="note" choose={undefined} whisper={whisper} field={field} />
      )}
      {(active || mayAnswer) && !whispers && (
        <Composer view={view} name={name} box={box} choose={setBox} whisper={whisper} field={field} />
      )}
      {closed && view.phase.state === 'closed' && (
        <>
          <ClosedBar phase={view.phase} />
          <UnsentReply view={view} />
          <Composer view={view} name={name} box="note" choose={undefined} field={field} />
        </>
      )}
      <Ask
        open={asking}
        close={() => setAsking(false)}
        title={conversation.closeAsk.title}
        text={conversation.closeAsk.text(isolated(name))}
        action={conversation.closeAsk.action}
        run={close}
      />
    </section>
  )
}
