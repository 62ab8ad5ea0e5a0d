import type { ChannelId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { saysNothing } from '@portico/protocol/says-nothing'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { authTexts } from '../auth/texts.ts'
import { useCommand } from '../live/use-command.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { channelsTexts } from './texts.ts'

export function CreateDialog({ open, close }: { open: boolean; close: () => void }) {
  const { shell } = useMessages()
  const { channels } = useTexts(channelsTexts)
  const { auth } = useTexts(authTexts)
  const command = useCommand()
  const navigate = useNavigate()
  const form = useId()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const create = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (saysNothing(name)) return
    const channel = newId<ChannelId>()
    if (!(await command({ type: 'channel.create', channel, name: name.trim() }))) return
    close()
    setName('')
    setTried(false)
    await navigate({ to: '/settings/channels/$channel', params: { channel } })
  }
  return (
    <Dialog
      open={open}
      close={close}
      title={channels.createTitle}
      text={channels.createText}
      foot={
        <>
          <Button onClick={close}>{shell.cancel}</Button>
          <Button type="submit" form={form} look="main">
            {channels.createAction}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void create(event)}>
        <Field
          label={channels.name}
          hint={channels.nameHint}
          fault={tried && saysNothing(name) ? auth.checkName : undefined}
          data-first
          dir="auto"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
