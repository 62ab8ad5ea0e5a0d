import type { NewIdentityKey } from '@portico/protocol/customers'
import type { ChannelId } from '@portico/protocol/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { tell } from '../parts/toast.tsx'
import { request } from '../requests/request.ts'
import { failureText, reasonOf } from '../requests/request-failure.ts'
import { customersTexts } from './texts.ts'

type Props = { channel: ChannelId; made: () => void }

/** A secret of the server’s making, shown here and nowhere again. */
export function MakeSecret({ channel, made }: Props) {
  const messages = useMessages()
  const { customers: words } = useTexts(customersTexts)
  const [secret, setSecret] = useState<string | null>(null)
  const make = useMutation({
    mutationFn: () =>
      request<NewIdentityKey>(`/api/channels/${channel}/identity-keys`, { method: 'POST', body: { kind: 'secret' } }),
    onSuccess: (answer) => {
      setSecret(answer.secret)
      made()
    },
    onError: (error) => tell(reasonOf(error) === 'full' ? words.full : failureText(messages, error), 'failed'),
  })
  const close = () => setSecret(null)
  return (
    <>
      <Button onClick={() => make.mutate()} aria-disabled={make.isPending}>
        {words.makeSecret}
      </Button>
      <Dialog
        open={secret !== null}
        close={close}
        wide
        title={words.secretTitle}
        text={words.secretText}
        foot={<Button onClick={close}>{words.done}</Button>}
      >
        <CopyField label={words.secret} text={secret ?? ''} copy={words.copy} copied={words.copied} />
      </Dialog>
    </>
  )
}
