import type { ChannelView } from '@portico/protocol/channels'
import { useMe } from '../auth/me-context.tsx'
import { useMay } from '../auth/use-may.ts'
import { useState } from 'react'
import { useHeldText } from '../conversations/use-held-text.ts'
import { useCommand } from '../live/use-command.ts'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Button } from '../parts/button.tsx'
import { Ask } from '../parts/dialog.tsx'
import { tellUndoable } from '../parts/toast.tsx'
import type { SectionProps } from '../rooms/room.ts'
import { AddMember } from './add-member.tsx'
import styles from './channels.module.css'
import { membersOf } from './members-of.ts'
import { MembershipButton } from './membership-button.tsx'
import { channelsTexts } from './texts.ts'

/** Who gets the requests of this channel. */
export function MembersSection({ channel }: SectionProps) {
  const { channels: words } = useTexts(channelsTexts)
  const me = useMe()
  const may = useMay()
  const settings = useView<'settings'>('settings')
  const { members, others } = membersOf(channel.id, settings)
  const colleagues = members.filter(({ id }) => id !== me?.id)
  return (
    <section className={styles['group']} aria-label={words.members}>
      <div className={styles['member']}>
        <p>{words.youMember}</p>
        <MembershipButton channel={channel.id} name={channel.options.channels.name} />
      </div>
      {colleagues.length > 0 && (
        <ul className={styles['memberList']}>
          {colleagues.map((colleague) => (
            <Member key={colleague.id} channel={channel} colleague={colleague} />
          ))}
        </ul>
      )}
      {may('levels') && others.length > 0 && <AddMember channel={channel.id} others={others} />}
    </section>
  )
}

type MemberProps = { channel: ChannelView; colleague: ReturnType<typeof membersOf>['members'][number] }

function Member({ channel, colleague: { id, name } }: MemberProps) {
  const { channels: words } = useTexts(channelsTexts)
  const command = useCommand()
  const may = useMay()
  const held = useHeldText(id, channel.id)
  const [asking, setAsking] = useState(false)
  const remove = async () => {
    if (!(await command({ type: 'channel.leave', channel: channel.id, operator: id }))) return
    tellUndoable(words.removed(name), {
      label: words.undo,
      run: () => void command({ type: 'channel.join', channel: channel.id, operator: id }),
    })
  }
  return (
    <li className={styles['memberRow']}>
      <Avatar id={id} name={name} size="s" />
      <bdi className="cut">{name}</bdi>
      {may('levels') && (
        <Button
          small
          onClick={() => (held === undefined ? void remove() : setAsking(true))}
          aria-label={words.removeMember(name)}
        >
          {words.remove}
        </Button>
      )}
      <Ask
        open={asking}
        close={() => setAsking(false)}
        title={words.removeAsk(name)}
        text={held}
        action={words.remove}
        run={() => void remove()}
      />
    </li>
  )
}
