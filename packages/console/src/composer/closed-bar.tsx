import type { ConversationView } from '@portico/protocol/conversations'
import { RotateCcw } from 'lucide-react'
import { useActions } from '../actions/use-action.ts'
import { conversationsTexts } from '../conversations/texts.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from './bar.module.css'

type Ended = Extract<ConversationView['phase'], { state: 'closed' }>

/** That a conversation has ended, when, and who was in it; it can be taken up again. */
export function ClosedBar({ phase: { at, operators } }: { phase: Ended }) {
  const { conversation } = useTexts(conversationsTexts)
  const actions = useActions()
  const format = useFormat()
  const when = format.dateTime(at)
  const names = format.list(operators.map(({ name }) => name))
  return (
    <div className={styles['bar']}>
      <p>{names === '' ? conversation.endedAt(when) : conversation.endedWith(when, names)}</p>
      <Button onClick={() => actions.run('reopen')}>
        <Icon of={RotateCcw} size="s" />
        {conversation.reopen}
      </Button>
    </div>
  )
}
