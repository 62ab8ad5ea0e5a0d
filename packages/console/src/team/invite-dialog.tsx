import type { ChannelId } from '@portico/protocol/ids'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { startQuery } from '../auth/start.ts'
import { liveChannels } from '../live/live-channels.ts'
import { useView } from '../live/use-view.ts'
import { useFormat, useLanguage, useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { tell } from '../parts/toast.tsx'
import { request } from '../requests/request.ts'
import { failureText, RequestFailure } from '../requests/request-failure.ts'
import { ChannelChoice } from './channel-choice.tsx'
import { INVITATIONS } from './invitations-query.ts'
import { type InvitedRole, RoleChoice } from './role-choice.tsx'
import styles from './team.module.css'
import { teamTexts } from './texts.ts'

type Props = { open: boolean; close: () => void }
type Invitation = { link: string; expiresAt: number }

/** Makes a link that lets one person in; it is shown here and nowhere again. */
export function InviteDialog({ open, close }: Props) {
  const { team } = useTexts(teamTexts)
  const [link, setLink] = useState<Invitation>()
  const done = () => {
    close()
    setLink(undefined)
  }
  return link ? (
    <LinkDialog invitation={link} open={open} close={done} />
  ) : (
    open && <WishDialog made={setLink} close={done} title={team.inviteTitle} />
  )
}

function WishDialog({ made, close, title }: { made: (invitation: Invitation) => void; close: () => void; title: string }) {
  const messages = useMessages()
  const { shell } = messages
  const { team } = useTexts(teamTexts)
  const queries = useQueryClient()
  const known = liveChannels(useView<'settings'>('settings'))
  const [role, setRole] = useState<InvitedRole>('operator')
  const [channels, setChannels] = useState<readonly ChannelId[]>(known.map((channel) => channel.id))
  const locale = useLanguage()
  const sendsMail = useQuery(startQuery).data?.sendsMail ?? false
  const [written, setWritten] = useState('')
  const email = written.trim()
  const invite = useMutation({
    mutationFn: async () => {
      if (email === '') return made(await request<Invitation>('/api/invitations', { method: 'POST', body: { role, channels } }))
      await request('/api/invitations/mail', { method: 'POST', body: { role, channels, email, locale } })
      tell(team.linkSent(email))
      close()
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: INVITATIONS }),
  })
  const isWrong =
    invite.error instanceof RequestFailure && invite.error.failed.state === 'refused' && invite.error.failed.reason === 'invalid'
  return (
    <Dialog
      open
      close={close}
      title={title}
      text={team.inviteText}
      foot={
        <>
          <Button onClick={close}>{shell.cancel}</Button>
          <Button look="main" onClick={() => invite.mutate()} aria-disabled={invite.isPending}>
            {email === '' ? team.makeLink : team.sendLink}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <RoleChoice role={role} choose={setRole} />
        <ChannelChoice known={known} chosen={channels} choose={setChannels} />
        {channels.length === 0 && <p className={styles['hint']}>{team.inviteNoChannel}</p>}
        {sendsMail && (
          <Field
            type="email"
            autoComplete="off"
            label={team.inviteEmail}
            hint={team.inviteEmailHint}
            fault={isWrong ? team.inviteEmailWrong : undefined}
            value={written}
            onChange={({ target }) => setWritten(target.value)}
          />
        )}
        {invite.isError && !isWrong && (
          <p role="alert">{missesUrl(invite.error) ? team.noPublicUrl(location.origin) : failureText(messages, invite.error)}</p>
        )}
      </div>
    </Dialog>
  )
}

/** What whoever runs the server has to set is named. */
function missesUrl(error: unknown): boolean {
  return error instanceof RequestFailure && error.failed.state === 'refused' && error.failed.reason === 'no-public-url'
}

function LinkDialog({ invitation, open, close }: Props & { invitation: Invitation }) {
  const { team } = useTexts(teamTexts)
  const format = useFormat()
  return (
    <Dialog
      open={open}
      close={close}
      wide
      title={team.linkTitle}
      text={team.linkText(format.dateTime(invitation.expiresAt))}
      foot={<Button onClick={close}>{team.done}</Button>}
    >
      <CopyField label={team.link} text={invitation.link} copy={team.copy} copied={team.copied} />
    </Dialog>
  )
}
