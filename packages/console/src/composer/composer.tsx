import type { ConversationView } from '@portico/protocol/conversations'
import { MESSAGE_CODE_POINTS_MAX } from '@portico/protocol/limits'
import { saysNothing } from '@portico/protocol/says-nothing'
import { Check, Lock, Send } from 'lucide-react'
import { type KeyboardEvent, lazy, type RefObject, Suspense, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useActions } from '../actions/use-action.ts'
import { useMe } from '../auth/me-context.tsx'
import { isMine } from '../conversations/inbox.ts'
import { useInbox } from '../conversations/inbox-context.tsx'
import type { Box } from '../conversations/sending.ts'
import { useSendings } from '../conversations/use-sendings.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/icon.tsx'
import { composerKey } from './composer-key.ts'
import styles from './composer.module.css'
import type { Offered } from '../canned/suggestion.ts'
import { composerTexts } from './texts.ts'
import { useTypingAnnouncement } from './use-typing-announcement.ts'
import { useUnsent } from './use-unsent.ts'

/** From here on it is said how many characters are left. */
const LEFT_SHOWN = MESSAGE_CODE_POINTS_MAX / 10

// Safari ends the composition before it tells of the Enter that ended it: only this code says whose that Enter was.
const INPUT_METHOD_CODE = 229

const ComposerSuggestions = lazy(async () => ({
  default: (await import('../canned/composer-suggestions.tsx')).ComposerSuggestions,
}))
/** What could begin a canned response or a command: only then is there something to offer. */
const ASKS = /^\/|::/

type Props = {
  view: ConversationView
  name: string
  box: Box
  /** Undefined where notes alone can be written. */
  choose: ((box: Box) => void) | undefined
  /** Where somebody sits here to whom one can whisper. */
  whisper?: (() => void) | undefined
  field: RefObject<HTMLTextAreaElement | null>
}

/** Where one writes: to the visitor, or to the other operators. */
export function Composer({ view, name, box, choose, whisper, field }: Props) {
  const { composer } = useTexts(composerTexts)
  const actions = useActions()
  const sendings = useSendings()
  const me = useMe()
  const { unread } = useInbox().inbox
  const [text, setText] = useUnsent(view.id, box)
  const announce = useTypingAnnouncement(view.id, box)
  const [caret, setCaret] = useState(0)
  const [offers, setOffers] = useState(true)
  const [spoken, setSpoken] = useState<string>()
  const offered = useRef<Offered>(null)
  const left = MESSAGE_CODE_POINTS_MAX - codePoints(text)
  const sendable = !saysNothing(text) && left >= 0
  const tabs = text === '' && [...unread.keys()].some((id) => id !== view.id)

  const write = (next: string) => {
    setText(next)
    setOffers(true)
    if (next !== '') announce()
  }
  const send = () => {
    if (!sendable) return
    sendings.send({ conversation: view.id, box, text })
    setText('')
    field.current?.focus()
  }
  const put = (next: string, { from, to }: { from: number; to: number }) => {
    flushSync(() => write(next))
    field.current?.setSelectionRange(from, to)
    setCaret(to)
  }
  const pressed = (event: KeyboardEvent) => {
    if (!event.nativeEvent.isComposing && offered.current?.(event.key)) return event.preventDefault()
    const wish = composerKey({
      key: event.key,
      shift: event.shiftKey,
      control: event.ctrlKey || event.metaKey || event.altKey,
      composing: event.nativeEvent.isComposing || event.keyCode === INPUT_METHOD_CODE,
      empty: text === '',
      unread: tabs,
    })
    if (wish === undefined) return
    event.preventDefault()
    if (wish === 'send') send()
    if (wish === 'unread') actions.run('unread')
    if (wish === 'leave') field.current?.blur()
  }
  return (
    <form
      className={classes(styles['composer'], box === 'note' && styles['note'])}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className={styles['top']}>
        {choose || whisper ? (
          <Choice
            label={composer.kind}
            value={box}
            choose={(wish: Box | 'whisper') => (wish === 'whisper' ? whisper?.() : choose?.(wish))}
            options={[
              ...(choose ? [{ value: 'reply' as const, label: composer.reply }] : []),
              { value: 'note', label: <NoteLabel /> },
              ...(whisper ? [{ value: 'whisper' as const, label: composer.whisper }] : []),
            ]}
          />
        ) : (
          <b className={styles['only']}>
            <NoteLabel />
          </b>
        )}
        <ComposerHint box={box} joins={me !== undefined && !isMine(view, me.id)} name={me?.name ?? ''} />
      </div>
      {offers && ASKS.test(text) && (
        <Suspense fallback={null}>
          <ComposerSuggestions
            view={view}
            text={text}
            caret={caret}
            put={put}
            close={() => setOffers(false)}
            keys={offered}
            speak={setSpoken}
          />
        </Suspense>
      )}
      <textarea
        ref={field}
        className={styles['field']}
        aria-label={box === 'note' ? composer.noteFor : composer.replyTo(name)}
        placeholder={box === 'note' ? composer.placeholderNote : composer.placeholderReply}
        dir="auto"
        rows={2}
        value={text}
        onChange={({ target }) => {
          write(target.value)
          setCaret(target.selectionEnd)
        }}
        onKeyDown={pressed}
        onSelect={(event) => setCaret(event.currentTarget.selectionEnd)}
        aria-autocomplete="list"
        aria-activedescendant={spoken}
      />
      <div className={styles['foot']}>
        <span className={classes(styles['hint'], left >= LEFT_SHOWN && styles['keyHint'])} role={left < 0 ? 'alert' : undefined}>
          {left < 0
            ? composer.over(-left)
            : left < LEFT_SHOWN
              ? composer.left(left)
              : tabs
                ? composer.tab
                : box === 'note'
                  ? composer.enterSaves
                  : composer.enter}
        </span>
        <Button type="submit" look="main" aria-disabled={!sendable} className={styles['send']}>
          <span>{box === 'note' ? composer.saveNote : composer.send}</span>
          <Icon of={box === 'note' ? Check : Send} size="s" />
        </Button>
      </div>
    </form>
  )
}

function NoteLabel() {
  const { composer } = useTexts(composerTexts)
  return (
    <>
      <Icon of={Lock} size="xs" />
      {composer.note}
    </>
  )
}

function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** Who reads what one writes here, and as whom. */
function ComposerHint({ box, joins, name }: { box: Box; joins: boolean; name: string }) {
  const { composer } = useTexts(composerTexts)
  const text = box === 'note' ? composer.neverSeen : joins ? composer.joins : composer.answeringAs(name)
  return <span className={styles['hint']}>{text}</span>
}
