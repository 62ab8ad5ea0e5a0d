import { Link } from '@tanstack/react-router'
import { MessagesSquare } from 'lucide-react'
import { useMe } from '../auth/me-context.tsx'
import { useInbox } from '../conversations/inbox-context.tsx'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Button, buttonClass } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { KeyCap } from '../parts/key-cap.tsx'
import styles from './first-welcome.module.css'
import { welcomeTexts } from './texts.ts'

/** What somebody sees who was invited to answer: whose questions, where they come, and how one takes them. */
export function OperatorWelcome({ dismiss }: { dismiss: () => void }) {
  const { operator } = useTexts(welcomeTexts)
  const format = useFormat()
  const me = useMe()
  const { channels } = useInbox()
  const { keys } = operator
  const rows: readonly (readonly [readonly string[], string])[] = [
    [['A'], keys.a],
    [['P'], keys.p],
    [['N'], keys.n],
    [['Ctrl', 'K'], keys.k],
    [['?'], keys.all],
  ]
  return (
    <div className={styles['first']}>
      <Icon of={MessagesSquare} size="l" />
      <h2>{operator.title(me?.name ?? '')}</h2>
      <p>{operator.text(format.list(channels.map(({ options }) => options.channels.name)))}</p>
      <dl className={styles['keys']}>
        {rows.map(([caps, text]) => (
          <KeyRow key={text} caps={caps} text={text} />
        ))}
      </dl>
      <div className={styles['actions']}>
        <Link className={buttonClass({ look: 'line' })} to="/settings/notifications">
          {operator.alerts}
        </Link>
        <Button look="main" onClick={dismiss}>
          {operator.understood}
        </Button>
      </div>
    </div>
  )
}

const KeyRow = ({ caps, text }: { caps: readonly string[]; text: string }) => (
  <>
    <dt>
      <span className="hidden">{caps.join(' + ')}</span>
      {caps.map((cap) => (
        <KeyCap key={cap} name={cap} />
      ))}
    </dt>
    <dd>{text}</dd>
  </>
)
