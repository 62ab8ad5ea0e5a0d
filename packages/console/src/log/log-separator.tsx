import type { ReactNode } from 'react'
import { classes } from '../parts/classes.ts'
import styles from './log-separator.module.css'

/** A word between two hair lines: a day, something that happened, where the new lines begin. */
export function LogSeparator({ look, children }: { look?: 'new'; children: ReactNode }) {
  return (
    <p className={classes(styles['separator'], look === 'new' && styles['new'])}>
      <span>{children}</span>
    </p>
  )
}
