import { useState } from 'react'
import type { Sending } from '../conversations/sending.ts'
import { classes } from '../parts/classes.ts'
import { Said } from '../parts/said.tsx'
import { BubbleActions } from './bubble-actions.tsx'
import styles from './turn.module.css'

type Props = { text: string; sending: Sending | undefined }

/** What was said at once. The arrow keys of the log come here, and Tab goes on to what can be done with it. */
export function Bubble({ text, sending }: Props) {
  const [pointed, point] = useState(false)
  const [focused, focus] = useState(false)
  return (
    <div
      className={classes(styles['bubble'], sending?.state === 'failed' && styles['failed'])}
      dir="auto"
      tabIndex={-1}
      data-bubble
      onPointerEnter={() => point(true)}
      onPointerLeave={() => point(false)}
      onFocus={() => focus(true)}
      onBlur={(event) => focus(event.currentTarget.contains(event.relatedTarget))}
    >
      <span>
        <Said text={text} />
      </span>
      {!sending && (pointed || focused) && <BubbleActions text={text} />}
    </div>
  )
}
