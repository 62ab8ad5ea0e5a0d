import { useState } from 'react'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ChoiceField } from '../parts/field.tsx'
import { routingTexts } from './texts.ts'

type Choice = { id: string; name: string }
type Props<C extends Choice> = {
  open: boolean
  close: () => void
  title: string
  text: string
  choices: readonly C[]
  run: (chosen: C) => Promise<void>
}

/** One of several, by its name. */
export function ChooseDialog<C extends Choice>({ open, close, title, text, choices, run }: Props<C>) {
  const { shell } = useMessages()
  const { routing } = useTexts(routingTexts)
  const [wanted, setWanted] = useState('')
  const chosen = choices.find(({ id }) => id === wanted) ?? choices[0]
  return (
    <Dialog
      open={open}
      close={close}
      title={title}
      text={text}
      foot={
        <>
          <Button onClick={close}>{shell.cancel}</Button>
          <Button
            look="main"
            disabled={chosen === undefined}
            onClick={() => {
              close()
              if (chosen) void run(chosen)
            }}
          >
            {routing.choose}
          </Button>
        </>
      }
    >
      <ChoiceField label={title} data-first value={chosen?.id ?? ''} onChange={({ target }) => setWanted(target.value)}>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </ChoiceField>
    </Dialog>
  )
}
