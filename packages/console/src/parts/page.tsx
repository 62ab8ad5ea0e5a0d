import type { ReactNode } from 'react'
import styles from './page.module.css'

type Props = { title: ReactNode; facts?: ReactNode; back?: ReactNode; actions?: ReactNode; children: ReactNode }

/** A screen with a head: its title, what is worth knowing at a glance, what one can do. */
export function Page({ title, facts, back, actions, children }: Props) {
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        {back}
        <h1>{title}</h1>
        {facts && <p>{facts}</p>}
        {actions && <div className={styles['actions']}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
