import { useMessages } from '../messages/language-context.tsx'
import styles from './skeleton.module.css'

/** Stands where a list will stand. It appears after 300 ms, so that what is quick does not flicker. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  const { shell } = useMessages()
  return (
    <div className={styles['skeleton']} role="img" aria-label={shell.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row}>
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  )
}
