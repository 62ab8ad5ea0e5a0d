import type { Invitation } from '@portico/protocol/colleagues'
import { isAtLeast } from '@portico/protocol/level-order'
import { Eye, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useAction } from '../actions/use-action.ts'
import { useLevels } from '../auth/use-levels.ts'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/icon.tsx'
import { isolated } from '../parts/isolated.ts'
import bar from '../parts/note-bar.module.css'
import type { ViewProps } from '../rooms/room.ts'
import styles from './colleague-bar.module.css'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { colleaguesTexts } from './texts.ts'
import { usePartIn } from './use-part-in.ts'

/** What I am asked, or am, here; and what menu, keys and palette ask for: inviting, handing over, changing one’s part, leaving. */
export function ColleagueBar({ view }: ViewProps) {
  const command = useCommand()
  const [open, setOpen] = useState<'invite' | 'hand-over'>()
  const { part, invitation, observing, takesPart, leaving } = usePartIn(view)
  const conversation = view.id
  const runs = view.phase.state === 'active'
  const send = (type: 'conversation.observe' | 'conversation.take-part' | 'conversation.leave') => () =>
    void command({ type, conversation })
  useAction('invite', runs && part !== 'none' ? () => setOpen('invite') : undefined)
  useAction('hand-over', runs && part === 'contributes' ? () => setOpen('hand-over') : undefined)
  useAction('observe', observing === 'switch' || observing === 'supervise' ? send('conversation.observe') : undefined)
  useAction('take-part', takesPart ? send('conversation.take-part') : undefined)
  useAction('leave', leaving === 'leave' ? send('conversation.leave') : undefined)
  const close = () => setOpen(undefined)
  return (
    <>
      {invitation && <InvitedBar invitation={invitation} />}
      {part === 'observes' && (
        <ObservingBar takePart={takesPart ? send('conversation.take-part') : undefined} leave={send('conversation.leave')} />
      )}
      {open === 'invite' && <InviteDialog view={view} observes={part === 'observes'} close={close} />}
      {open === 'hand-over' && <HandOverDialog view={view} close={close} />}
    </>
  )
}

function InvitedBar({ invitation: { conversation, channel, by, level, text } }: { invitation: Invitation }) {
  const { invitation: words, invite } = useTexts(colleaguesTexts)
  const command = useCommand()
  const own = useLevels()?.get(channel)
  const mayTakePart = isAtLeast(level, 'participant') && isAtLeast(own, 'participant')
  const join = (as: 'participant' | 'observer') => () => void command({ type: 'colleague.join', conversation, level: as })
  return (
    <div className={classes(bar['bar'], bar['dashed'])} role="status">
      <Icon of={UserPlus} size="s" />
      <p>
        {words.bar(isolated(by.name))} <q dir="auto">{text ?? invite.wordAtFirst}</q> <small>{words.readsAlong}</small>
      </p>
      <span className={styles['answers']}>
        <Button small onClick={() => void command({ type: 'colleague.decline', conversation })}>
          {words.decline}
        </Button>
        <Button small look={mayTakePart ? 'line' : 'main'} onClick={join('observer')}>
          {words.observe}
        </Button>
        {mayTakePart && (
          <Button small look="main" onClick={join('participant')}>
            {words.takePart}
          </Button>
        )}
      </span>
    </div>
  )
}

function ObservingBar({ takePart, leave }: { takePart: (() => void) | undefined; leave: () => void }) {
  const { observing } = useTexts(colleaguesTexts)
  return (
    <div className={classes(bar['bar'], bar['dashed'])} role="status">
      <Icon of={Eye} size="s" />
      <p>{observing.bar}</p>
      <span className={styles['answers']}>
        <Button small onClick={leave}>
          {observing.leave}
        </Button>
        {takePart && (
          <Button small look="main" onClick={takePart}>
            {observing.takePart}
          </Button>
        )}
      </span>
    </div>
  )
}
