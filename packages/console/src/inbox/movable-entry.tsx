import type { ConversationRowView } from '@portico/protocol/conversations'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { classes } from '../parts/classes.ts'
import { ConversationEntry } from './conversation-entry.tsx'
import styles from './movable-entry.module.css'
import type { Moves } from './use-moves.ts'

/** Only rows of this list are taken: not a link that somebody drags in from elsewhere. */
const KIND = 'application/x-portico-conversation'

type Props = { row: ConversationRowView; current: boolean; unread: number; moves: Moves }

/** A conversation that can be put elsewhere in its list: with the pointer, or with Alt and an arrow. */
export function MovableEntry({ row, current, unread, moves }: Props) {
  const [over, setOver] = useState(false)
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    moves.step(row.id, event.key === 'ArrowUp' ? -1 : 1)
  }
  const drop = (event: DragEvent) => {
    const dragged = event.dataTransfer.getData(KIND)
    setOver(false)
    if (dragged === '') return
    event.preventDefault()
    moves.put(dragged, row.id)
  }
  return (
    <div
      className={classes(styles['movable'], over && styles['over'])}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData(KIND, row.id)
        dataTransfer.effectAllowed = 'move'
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(KIND)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onKeyDown={press}
    >
      <ConversationEntry row={row} current={current} unread={unread} />
    </div>
  )
}
