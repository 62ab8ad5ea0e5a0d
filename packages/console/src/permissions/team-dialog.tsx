import type { Command } from '@portico/protocol'
import { NAME_CODE_POINTS_MAX } from '@portico/protocol/limits'
import { saysNothing } from '@portico/protocol/says-nothing'
import { type FormEvent, useId, useState } from 'react'
import { useCommand } from '../live/use-command.ts'
import { useView } from '../live/use-view.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { permissionsTexts } from './texts.ts'

type Props = { title: string; name: string; close: () => void; command: (name: string) => Command }

/** Gives a team its name. */
export function TeamDialog({ title, name: before, close, command }: Props) {
  const { shell } = useMessages()
  const { teams: words } = useTexts(permissionsTexts)
  const teams = useView<'settings'>('settings')?.teams ?? []
  const send = useCommand()
  const form = useId()
  const [name, setName] = useState(before)
  const isTaken = name.trim() !== before && teams.some((team) => team.name.toLowerCase() === name.trim().toLowerCase())
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (saysNothing(name) || isTaken) return
    if (await send(command(name.trim()))) close()
  }
  return (
    <Dialog
      open
      close={close}
      title={title}
      foot={
        <>
          <Button onClick={close}>{shell.cancel}</Button>
          <Button type="submit" form={form} look="main" disabled={saysNothing(name) || isTaken}>
            {words.save}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void save(event)}>
        <Field
          label={words.name}
          fault={isTaken ? words.taken : undefined}
          data-first
          dir="auto"
          maxLength={NAME_CODE_POINTS_MAX}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </form>
    </Dialog>
  )
}
