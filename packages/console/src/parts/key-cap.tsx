import styles from './key-cap.module.css'

/** A key of the keyboard. It is a hint for eyes; screen readers have aria-keyshortcuts. */
export function KeyCap({ name }: { name: string }) {
  return (
    <kbd className={styles['key']} aria-hidden="true">
      {name}
    </kbd>
  )
}
