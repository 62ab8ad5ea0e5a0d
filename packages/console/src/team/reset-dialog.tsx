import type { Colleague } from '@portico/protocol/auth'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CheckField } from '../auth/check-field.tsx'
import { startQuery } from '../auth/start.ts'
import { authTexts } from '../auth/texts.ts'
import { useFormat, useLanguage, useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { tell } from '../parts/toast.tsx'
import { request } from '../requests/request.ts'
import { failureText } from '../requests/request-failure.ts'
import styles from './team.module.css'
import { teamTexts } from './texts.ts'

type Props = { colleague: Colleague; close: () => void }
type Reset = { link: string; expiresAt: number }

/** Makes a link by which a colleague sets a new password; it is shown here and nowhere again. */
export function ResetDialog({ colleague, close }: Props) {
  const messages = useMessages()
  const { shell } = messages
  const { reset } = useTexts(authTexts)
  const { team } = useTexts(teamTexts)
  const format = useFormat()
  const locale = useLanguage()
  const sendsMail = useQuery(startQuery).data?.sendsMail ?? false
  const [clears, setClears] = useState(false)
  const make = useMutation({
    mutationFn: () =>
      request<Reset>(`/api/operators/${colleague.id}/reset`, {
        method: 'POST',
        body: { clears: clears ? 'second-factor' : 'nothing' },
      }),
  })
  const mail = useMutation({
    mutationFn: () =>
      request(`/api/operators/${colleague.id}/reset-mail`, {
        method: 'POST',
        body: { clears: clears ? 'second-factor' : 'nothing', locale },
      }),
    onSuccess: () => {
      tell(reset.mailed(colleague.name))
      close()
    },
  })
  const failed = make.error ?? mail.error
  if (make.data)
    return (
      <Dialog
        open
        close={close}
        wide
        title={reset.ready}
        text={reset.readyText(format.dateTime(make.data.expiresAt))}
        foot={<Button onClick={close}>{team.done}</Button>}
      >
        <CopyField label={reset.link} text={make.data.link} copy={team.copy} copied={team.copied} />
      </Dialog>
    )
  return (
    <Dialog
      open
      close={close}
      title={reset.ask(colleague.name)}
      text={reset.askText}
      foot={
        <>
          <Button onClick={close}>{shell.cancel}</Button>
          <Button look={sendsMail ? 'line' : 'main'} onClick={() => make.mutate()} aria-disabled={make.isPending}>
            {reset.make}
          </Button>
          {sendsMail && (
            <Button look="main" onClick={() => mail.mutate()} aria-disabled={mail.isPending}>
              {reset.mail}
            </Button>
          )}
        </>
      }
    >
      <div className={styles['form']}>
        <CheckField label={reset.clears} hint={reset.clearsHint} checked={clears} change={setClears} />
        {failed && <p role="alert">{failureText(messages, failed)}</p>}
      </div>
    </Dialog>
  )
}
