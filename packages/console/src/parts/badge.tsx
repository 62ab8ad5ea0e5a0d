import styles from './badge.module.css'
import { capped } from './capped.ts'

/** How much waits at a place; `said` in words, for those who hear it. Nothing at all where nothing waits. */
export function Badge({ count, said }: { count: number; said: string }) {
  if (count === 0) return null
  return (
    <b className={styles['badge']}>
      <span aria-hidden="true">{capped(count)}</span>
      <span className="hidden">{said}</span>
    </b>
  )
}
