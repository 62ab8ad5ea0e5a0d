import { type ReactNode, useState } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { Field } from '../parts/field.tsx'
import styles from './channels.module.css'
import { channelsTexts } from './texts.ts'
import { isTime, shownTime, timeText, typedMs } from './typed-time.ts'

type Props = {
  label: string
  hint: ReactNode
  unit: { ms: number; name: string; max: number; step: number }
  ms: number
  change: (ms: number) => void
  disabled: boolean
}

/** A length of time. What is none, or beyond the limit, stays as it was typed and cannot go live: nobody’s figure is changed for him. */
export function TimeField({ label, hint, unit, ms, change, disabled }: Props) {
  const { channels } = useTexts(channelsTexts)
  const [typed, setTyped] = useState(() => timeText(ms, unit.ms))
  return (
    <div className={styles['minutes']}>
      <Field
        label={label}
        hint={hint}
        fault={isTime(ms, unit.max * unit.ms) ? undefined : channels.timeFault(unit.max, unit.name)}
        type="number"
        inputMode="decimal"
        min={0}
        max={unit.max}
        step={unit.step}
        disabled={disabled}
        value={shownTime(typed, { ms, unitMs: unit.ms })}
        onChange={({ target }) => {
          setTyped(target.value)
          change(typedMs(target.value, unit.ms))
        }}
      />
      <span aria-hidden="true">{unit.name}</span>
    </div>
  )
}
