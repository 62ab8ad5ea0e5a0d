import type { ChannelId } from '@portico/protocol/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useView } from '../live/use-view.ts'
import { useFormat, useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import { Dialog } from '../parts/dialog.tsx'
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
  const known = useView<'settings'>('settings')?.channels ?? []
  const [role, setRole] = useState<InvitedRole>('operator')
  const [channels, setChannels] = useState<readonly ChannelId[]>(known.map((channel) => channel.id))
  const invite = useMutation({
    mutationFn: () => request<Invitation>('/api/invitations', { method: 'POST', body: { role, channels } }),
    onSuccess: (invitation) => {
      made(invitation)
      void queries.invalidateQueries({ queryKey: INVITATIONS })
    },
  })
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
            {team.makeLink}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <RoleChoice role={role} choose={setRole} />
        <ChannelChoice known={known} chosen={channels} choose={setChannels} />
        {channels.length === 0 && <p className={styles['hint']}>{team.inviteNoChannel}</p>}
        {invite.isError && (
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
