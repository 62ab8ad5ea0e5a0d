import type { ReactNode } from 'react'
import styles from './toggle.module.css'

type Props = { on: boolean; change: (on: boolean) => void; label: string; disabled?: boolean }

/** A switch alone; its label is spoken. */
export function Toggle({ on, change, label, disabled = false }: Props) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      className={styles['toggle']}
      disabled={disabled}
      onClick={() => change(!on)}
    >
      <span />
    </button>
  )
}

/** A switch with its label beside it. */
export function ToggleField({ label, hint, ...toggle }: Props & { hint?: ReactNode }) {
  return (
    <div className={styles['field']}>
      <span>
        <b>{label}</b>
        {hint && <small>{hint}</small>}
      </span>
      <Toggle label={label} {...toggle} />
    </div>
  )
}
