import type { LineId } from '@portico/protocol/ids'
import { MESSAGE_CODE_POINTS_MAX } from '@portico/protocol/limits'
import { newId } from '@portico/protocol/new-id'
import { saysNothing } from '@portico/protocol/says-nothing'
import { Send } from 'lucide-react'
import { type KeyboardEvent, useState, useSyncExternalStore } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import { composerKey } from '../composer/composer-key.ts'
import styles from '../composer/composer.module.css'
import { composerTexts } from '../composer/texts.ts'
import type { Box } from '../conversations/sending.ts'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/icon.tsx'
import type { ViewProps } from '../rooms/room.ts'
import { draftKey, keepDraft, onDraft, readDraft } from '../session/drafts.ts'
import { listenersOf } from './listeners-of.ts'
import { colleaguesTexts } from './texts.ts'

type Props = ViewProps & { replies: boolean; choose: (box: Box) => void }

/** A word to one colleague who sits here too. */
export function WhisperComposer({ view, replies, choose }: Props) {
  const { whisper } = useTexts(colleaguesTexts)
  const { composer } = useTexts(composerTexts)
  const command = useCommand()
  const me = useMyId()
  const key = draftKey(me, 'whisper', view.id)
  const text = useSyncExternalStore(onDraft, () => readDraft(key))
  const [wanted, setWanted] = useState<string>()
  const listeners = listenersOf(view, me)
  const to = listeners.find(({ id }) => id === wanted) ?? listeners[0]
  const sendable = to !== undefined && !saysNothing(text)
  const send = async () => {
    if (!sendable) return
    keepDraft(key, '')
    const line = newId<LineId>()
    // What nobody has heard is not lost.
    if (!(await command({ type: 'whisper.send', conversation: view.id, line, to: to.id, text })) && readDraft(key) === '')
      keepDraft(key, text)
  }
  const pressed = (event: KeyboardEvent) => {
    const wish = composerKey({
      key: event.key,
      shift: event.shiftKey,
      control: event.ctrlKey || event.metaKey || event.altKey,
      composing: event.nativeEvent.isComposing,
      empty: text === '',
      unread: false,
    })
    if (wish !== 'send') return
    event.preventDefault()
    void send()
  }
  return (
    <form
      className={classes(styles['composer'], styles['note'])}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <div className={styles['top']}>
        <Choice
          label={composer.kind}
          value="whisper"
          choose={(box: Box | 'whisper') => box !== 'whisper' && choose(box)}
          options={[
            ...(replies ? [{ value: 'reply' as const, label: composer.reply }] : []),
            { value: 'note', label: composer.note },
            { value: 'whisper', label: composer.whisper },
          ]}
        />
        <label className={styles['hint']}>
          {whisper.to}{' '}
          <select value={to?.id ?? ''} onChange={({ target }) => setWanted(target.value)}>
            {listeners.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <textarea
        className={styles['field']}
        aria-label={whisper.title}
        placeholder={to ? whisper.placeholder : whisper.nobody}
        dir="auto"
        rows={2}
        maxLength={MESSAGE_CODE_POINTS_MAX}
        value={text}
        onChange={({ target }) => keepDraft(key, target.value)}
        onKeyDown={pressed}
      />
      <div className={styles['foot']}>
        <span className={styles['hint']}>{whisper.hint}</span>
        <Button type="submit" look="main" aria-disabled={!sendable} className={styles['send']}>
          <span>{whisper.action}</span>
          <Icon of={Send} size="s" />
        </Button>
      </div>
    </form>
  )
}
