import type { ConversationRowView } from '@portico/protocol/conversations'
import { useTexts } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import { STATUS_ICONS } from './status-menu.tsx'
import styles from './status-mark.module.css'
import { statusOfRow } from './status-of.ts'
import { helpTexts } from './texts.ts'

/** In a list: that it waits for its visitor, or looks for help. In progress is the rule, and says nothing. */
export function StatusMark({ row }: { row: ConversationRowView }) {
  const { status } = useTexts(helpTexts)
  const current = statusOfRow(row)
  if (current === undefined || current === 'in-progress') return null
  return (
    <span className={styles[current]} title={status.names[current]}>
      <Icon of={STATUS_ICONS[current]} size="xs" />
      <span className="hidden">{status.names[current]}</span>
    </span>
  )
}
