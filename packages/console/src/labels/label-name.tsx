import { LABEL_NAME_CODE_POINTS_MAX } from '@portico/protocol/limits'
import type { Label } from '@portico/protocol/labels'
import { saysNothing } from '@portico/protocol/says-nothing'
import { useState } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { classes } from '../parts/classes.ts'
import chip from './label-chip.module.css'
import styles from './label-list.module.css'
import { labelsTexts } from './texts.ts'

/** Its name in its colour, changed where it stands: kept when one leaves it or presses Enter, forgotten by Escape. */
export function LabelName({ label, change }: { label: Label; change: (name: string) => void }) {
  const { labels } = useTexts(labelsTexts)
  const [typed, setTyped] = useState<string>()
  const keep = () => {
    if (typed !== undefined && !saysNothing(typed) && typed.trim() !== label.name) change(typed.trim())
    setTyped(undefined)
  }
  return (
    <input
      className={classes(styles['name'], chip[`tint${label.tint}`])}
      aria-label={labels.nameOf(label.name)}
      dir="auto"
      maxLength={LABEL_NAME_CODE_POINTS_MAX}
      value={typed ?? label.name}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') keep()
        if (event.key === 'Escape' && typed !== undefined) {
          event.stopPropagation()
          setTyped(undefined)
        }
      }}
    />
  )
}
