import { INVITING_CODE_POINTS_MAX } from '@portico/protocol/limits'
import { isAtLeast } from '@portico/protocol/level-order'
import { saysNothing } from '@portico/protocol/says-nothing'
import { Eye } from 'lucide-react'
import { useState } from 'react'
import { useCommand } from '../live/use-command.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { isolated } from '../parts/isolated.ts'
import { tell } from '../parts/toast.tsx'
import type { ViewProps } from '../rooms/room.ts'
import { CandidateList } from './candidate-list.tsx'
import styles from './candidate-list.module.css'
import { colleaguesTexts } from './texts.ts'
import { useCandidates } from './use-candidates.ts'

type Part = 'participant' | 'observer'

/** Who, in what part, with which word. An observer invites to observing alone. */
export function InviteDialog({ view, observes, close }: ViewProps & { observes: boolean; close: () => void }) {
  const { shell } = useMessages()
  const { invite } = useTexts(colleaguesTexts)
  const command = useCommand()
  const [words, setWords] = useState('')
  const [wanted, setWanted] = useState<string>()
  const [part, setPart] = useState<Part>('participant')
  const [text, setText] = useState('')
  const shown = useCandidates(view, words)
  const open = shown.filter(({ hindrance }) => hindrance === undefined)
  const chosen = open.find(({ id }) => id === wanted) ?? open[0]
  const mayTakePart = !observes && isAtLeast(chosen?.level, 'participant')
  const level = mayTakePart ? part : 'observer'
  const run = async () => {
    if (!chosen) return
    close()
    const said = saysNothing(text) ? {} : { text }
    const { id: operator, name } = chosen
    if (await command({ type: 'colleague.invite', conversation: view.id, operator, level, ...said }))
      tell(invite.done(isolated(name)))
  }
  return (
    <Dialog
      open
      close={close}
      title={invite.title}
      foot={
        <>
          <span className={styles['hint']}>{invite.hint}</span>
          <Button onClick={close}>{shell.cancel}</Button>
          <Button look="main" disabled={!chosen} onClick={() => void run()}>
            {invite.action}
          </Button>
        </>
      }
    >
      <Field label={invite.search} data-first value={words} onChange={({ target }) => setWords(target.value)} />
      <CandidateList
        label={invite.people}
        none={invite.none}
        shown={shown}
        chosen={chosen}
        choose={setWanted}
        isHindered={({ hindrance }) => hindrance !== undefined}
      />
      <div className={styles['part']}>
        <Choice
          label={invite.as}
          value={level}
          choose={setPart}
          options={[
            ...(mayTakePart ? [{ value: 'participant' as const, label: invite.participant }] : []),
            { value: 'observer', label: <ObserverLabel /> },
          ]}
        />
        <small>
          {chosen && !isAtLeast(chosen.level, 'participant') ? invite.observerOnly(isolated(chosen.name)) : invite.parts}
        </small>
      </div>
      <Field
        label={invite.word(chosen ? isolated(chosen.name) : '…')}
        placeholder={invite.wordAtFirst}
        maxLength={INVITING_CODE_POINTS_MAX}
        dir="auto"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
    </Dialog>
  )
}

function ObserverLabel() {
  const { invite } = useTexts(colleaguesTexts)
  return (
    <>
      <Icon of={Eye} size="xs" />
      {invite.observer}
    </>
  )
}
