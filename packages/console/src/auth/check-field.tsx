import { useId } from 'react'
import styles from './auth-page.module.css'

type Props = { label: string; hint?: string; checked: boolean; change: (checked: boolean) => void }

/** A box to tick, with what it means below. */
export function CheckField({ label, hint, checked, change }: Props) {
  const id = useId()
  return (
    <div className={styles['check']}>
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={hint && `${id}-hint`}
        onChange={(event) => change(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  )
}
