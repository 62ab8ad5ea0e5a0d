import type { Published } from '@portico/protocol/channels'
import { TriangleAlert } from 'lucide-react'
import { useMe } from '../auth/me-context.tsx'
import { useMessages } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from './channels.module.css'

type Props = { overtaken: readonly Published[]; takeTheirs: () => void; keepOwn: () => void }

/** Somebody else has published while one was changing the same part: nothing of what one has typed is lost. */
export function OvertakenNote({ overtaken, takeTheirs, keepOwn }: Props) {
  const { channels } = useMessages()
  const me = useMe()
  const [newest] = overtaken.toSorted((one, other) => other.at - one.at)
  if (!newest) return null
  const who = newest.by && newest.by.id !== me?.id ? newest.by.name : undefined
  return (
    <div className={styles['warn']} role="alert">
      <Icon of={TriangleAlert} />
      <p>
        <b>{who === undefined ? channels.overtaken.elsewhere : channels.overtaken.by(who)}</b> {channels.overtaken.text}
      </p>
      <button type="button" onClick={takeTheirs}>
        {channels.overtaken.takeTheirs}
      </button>
      <button type="button" onClick={keepOwn}>
        {channels.overtaken.keepOwn}
      </button>
    </div>
  )
}
