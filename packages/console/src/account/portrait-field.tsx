import { useState } from 'react'
import type { Me } from '@portico/protocol/auth'
import { PORTRAIT_BYTES_MAX } from '@portico/protocol/limits'
import type { NewPortrait } from '@portico/protocol/portraits'
import { useCommand } from '../live/use-command.ts'
import { useView } from '../live/use-view.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Button } from '../parts/button.tsx'
import { tell } from '../parts/toast.tsx'
import { failureText, reasonOf } from '../requests/request-failure.ts'
import { sendFile } from '../requests/send-file.ts'
import styles from './portrait-field.module.css'
import { accountTexts } from './texts.ts'

type State = { state: 'still' } | { state: 'sending' } | { state: 'failed'; why: string }

/** One's picture, in place at once: it is no draft. */
export function PortraitField({ me }: { me: Me }) {
  const messages = useMessages()
  const { portrait } = useTexts(accountTexts)
  const command = useCommand()
  const [state, setState] = useState<State>({ state: 'still' })
  const has = useView<'settings'>('settings')?.portraits?.some(({ operator }) => operator === me.id) ?? false
  async function choose(file: File | undefined) {
    if (!file) return
    if (file.size > PORTRAIT_BYTES_MAX) return setState({ state: 'failed', why: portrait.tooLarge })
    setState({ state: 'sending' })
    try {
      await sendFile<NewPortrait>('/api/portrait', file)
      setState({ state: 'still' })
      tell(portrait.changed)
    } catch (error) {
      setState({ state: 'failed', why: reasonOf(error) === 'file-type' ? portrait.noPicture : failureText(messages, error) })
    }
  }
  async function remove() {
    if (await command({ type: 'portrait.remove', operator: me.id })) tell(portrait.removed)
  }
  return (
    <div className={styles['field']}>
      <Avatar id={me.id} name={me.name} size="l" />
      <div>
        <span className={styles['actions']}>
          <label className={styles['choose']} aria-disabled={state.state === 'sending' || undefined}>
            {state.state === 'sending' ? portrait.sending : has ? portrait.other : portrait.choose}
            <input
              type="file"
              accept="image/*"
              disabled={state.state === 'sending'}
              onChange={({ target }) => {
                void choose(target.files?.[0])
                // The same file may be chosen again.
                target.value = ''
              }}
            />
          </label>
          {has && (
            <Button look="plain" onClick={() => void remove()}>
              {portrait.remove}
            </Button>
          )}
        </span>
        <small role="status">
          {state.state === 'failed' ? <span className={styles['fault']}>{state.why}</span> : portrait.hint}
        </small>
      </div>
    </div>
  )
}
