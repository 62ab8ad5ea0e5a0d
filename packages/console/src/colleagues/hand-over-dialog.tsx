import { isAtLeast } from '@portico/protocol/level-order'
import type { LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { saysNothing } from '@portico/protocol/says-nothing'
import { useState } from 'react'
import { useCommand } from '../live/use-command.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Field, TextField } from '../parts/field.tsx'
import { isolated } from '../parts/isolated.ts'
import { tell } from '../parts/toast.tsx'
import type { ViewProps } from '../rooms/room.ts'
import { CandidateList } from './candidate-list.tsx'
import { colleaguesTexts } from './texts.ts'
import { useCandidates } from './use-candidates.ts'

/** To whom, with a note. Who is in it already can have it too. */
export function HandOverDialog({ view, close }: ViewProps & { close: () => void }) {
  const { shell } = useMessages()
  const { handOver, invite } = useTexts(colleaguesTexts)
  const command = useCommand()
  const [words, setWords] = useState('')
  const [wanted, setWanted] = useState<string>()
  const [text, setText] = useState('')
  const shown = useCandidates(view, words).filter(({ level }) => isAtLeast(level, 'participant'))
  const open = shown.filter(({ hindrance }) => hindrance !== 'unreachable')
  const chosen = open.find(({ id }) => id === wanted) ?? open[0]
  const run = async () => {
    if (!chosen) return
    close()
    const said = saysNothing(text) ? {} : { text }
    const { id: operator, name } = chosen
    const line = newId<LineId>()
    if (await command({ type: 'conversation.hand-over', conversation: view.id, operator, line, ...said }))
      tell(handOver.done(isolated(name)))
  }
  return (
    <Dialog
      open
      close={close}
      title={handOver.title}
      text={handOver.text}
      foot={
        <>
          <Button onClick={close}>{shell.cancel}</Button>
          <Button look="main" disabled={!chosen} onClick={() => void run()}>
            {handOver.action}
          </Button>
        </>
      }
    >
      <Field label={invite.search} data-first value={words} onChange={({ target }) => setWords(target.value)} />
      <CandidateList
        label={handOver.people}
        none={handOver.none}
        shown={shown}
        chosen={chosen}
        choose={setWanted}
        isHindered={({ hindrance }) => hindrance === 'unreachable'}
      />
      <TextField label={handOver.note} rows={2} dir="auto" value={text} onChange={({ target }) => setText(target.value)} />
    </Dialog>
  )
}
