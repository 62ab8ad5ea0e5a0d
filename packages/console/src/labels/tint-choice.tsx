import { useId } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { classes } from '../parts/classes.ts'
import chip from './label-chip.module.css'
import styles from './label-list.module.css'
import { labelsTexts } from './texts.ts'
import { TINTS } from './tints.ts'

type Props = { label: string; value: number; choose: (tint: number) => void; disabled?: boolean }

/** One of the six colours, each with its name. */
export function TintChoice({ label, value, choose, disabled = false }: Props) {
  const { labels } = useTexts(labelsTexts)
  const name = useId()
  return (
    <div className={styles['tints']} role="radiogroup" aria-label={label}>
      {TINTS.map((tint) => (
        <label key={tint} className={classes(styles['tint'], chip[`tint${tint}`])} title={labels.colours[tint]}>
          <input type="radio" name={name} checked={tint === value} disabled={disabled} onChange={() => choose(tint)} />
          <span className="hidden">{labels.colours[tint]}</span>
        </label>
      ))}
    </div>
  )
}
