import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { LogIn, LogOut, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useMe } from '../auth/me-context.tsx'
import { useMay } from '../auth/use-may.ts'
import { useLevels } from '../auth/use-levels.ts'
import { useHeldText } from '../conversations/use-held-text.ts'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Ask } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { tellUndoable } from '../parts/toast.tsx'
import styles from './channels.module.css'
import { channelsTexts } from './texts.ts'

/** `icon`: with a picture before the word, which leaves it alone where there is little room. */
type Props = { channel: ChannelId; name: string; icon?: boolean }

/** Joins or leaves a channel oneself: an owner of it as he likes. Whoever configures channels makes himself one by it. */
export function MembershipButton({ channel, name, icon = false }: Props) {
  const me = useMe()
  const may = useMay()
  const level = useLevels()?.get(channel)
  if (!me) return null
  if (me.channels.includes(channel)) return <LeaveButton channel={channel} name={name} me={me.id} icon={icon} />
  return may('levels') || level === 'owner' ? <JoinButton channel={channel} name={name} me={me.id} icon={icon} /> : null
}

function JoinButton({ channel, name, me, icon }: Props & { me: OperatorId }) {
  const { channels } = useTexts(channelsTexts)
  const command = useCommand()
  return (
    <Button
      small
      onClick={() => void command({ type: 'channel.join', channel, operator: me })}
      aria-label={channels.joinOf(name)}
    >
      <Said icon={icon ? LogIn : undefined} word={channels.join} />
    </Button>
  )
}

function LeaveButton({ channel, name, me, icon }: Props & { me: OperatorId }) {
  const { channels } = useTexts(channelsTexts)
  const command = useCommand()
  const held = useHeldText(me, channel)
  const [asking, setAsking] = useState(false)
  const leave = async () => {
    if (!(await command({ type: 'channel.leave', channel, operator: me }))) return
    tellUndoable(channels.left(name), {
      label: channels.undo,
      run: () => void command({ type: 'channel.join', channel, operator: me }),
    })
  }
  return (
    <>
      <Button small onClick={() => (held === undefined ? void leave() : setAsking(true))} aria-label={channels.leaveOf(name)}>
        <Said icon={icon ? LogOut : undefined} word={channels.leave} />
      </Button>
      <Ask
        open={asking}
        close={() => setAsking(false)}
        title={channels.leaveAsk(name)}
        text={held}
        action={channels.leave}
        run={() => void leave()}
      />
    </>
  )
}

const Said = ({ icon, word }: { icon: LucideIcon | undefined; word: string }) =>
  icon ? (
    <>
      <Icon of={icon} size="s" />
      <span className={styles['roomy']}>{word}</span>
    </>
  ) : (
    word
  )
