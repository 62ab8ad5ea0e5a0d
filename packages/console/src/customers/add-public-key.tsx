import { PUBLIC_ALGORITHMS, type NewIdentityKey } from '@portico/protocol/customers'
import type { ChannelId } from '@portico/protocol/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { TextField } from '../parts/field.tsx'
import { request } from '../requests/request.ts'
import { failureText, reasonOf } from '../requests/request-failure.ts'
import { customersTexts } from './texts.ts'

type Props = { channel: ChannelId; added: () => void }

/** A key whose private half stays with the site’s server. */
export function AddPublicKey({ channel, added }: Props) {
  const { customers: words } = useTexts(customersTexts)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.addPublic}</Button>
      {isOpen && <KeyDialog channel={channel} added={added} close={() => setOpen(false)} />}
    </>
  )
}

function KeyDialog({ channel, added, close }: Props & { close: () => void }) {
  const messages = useMessages()
  const { customers: words } = useTexts(customersTexts)
  const [algorithm, setAlgorithm] = useState<(typeof PUBLIC_ALGORITHMS)[number]>('RS256')
  const [pem, setPem] = useState('')
  const add = useMutation({
    mutationFn: () =>
      request<NewIdentityKey>(`/api/channels/${channel}/identity-keys`, {
        method: 'POST',
        body: { kind: 'public', algorithm, pem: pem.trim() },
      }),
    onSuccess: () => {
      added()
      close()
    },
  })
  return (
    <Dialog
      open
      close={close}
      wide
      title={words.publicTitle}
      text={words.publicText}
      foot={
        <>
          <Button onClick={close}>{messages.shell.cancel}</Button>
          <Button look="main" onClick={() => add.mutate()} aria-disabled={add.isPending}>
            {words.add}
          </Button>
        </>
      }
    >
      <Choice
        label={words.signs}
        value={algorithm}
        choose={setAlgorithm}
        options={PUBLIC_ALGORITHMS.map((value) => ({ value, label: value }))}
      />
      <TextField
        label={words.pem}
        hint={words.pemHint}
        fault={add.isError ? faultOf(add.error) : undefined}
        dir="ltr"
        rows={6}
        spellCheck={false}
        value={pem}
        onChange={({ target }) => setPem(target.value)}
      />
    </Dialog>
  )

  function faultOf(error: unknown): string {
    if (reasonOf(error) === 'invalid') return words.pemWrong
    return reasonOf(error) === 'full' ? words.full : failureText(messages, error)
  }
}
