import { type ReactNode, useId } from 'react'
import styles from './choice.module.css'

type Option<Value extends string> = { value: Value; label: ReactNode }
type Props<Value extends string> = {
  label: string
  options: readonly Option<Value>[]
  value: Value
  choose: (value: Value) => void
  className?: string | undefined
}

/** One of a few, side by side: radio buttons that look like a switch. */
export function Choice<Value extends string>({ label, options, value, choose, className }: Props<Value>) {
  const name = useId()
  return (
    <div className={`${styles['choice']} ${className ?? ''}`} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => choose(option.value)} />
          {option.label}
        </label>
      ))}
    </div>
  )
}
