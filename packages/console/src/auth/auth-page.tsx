import type { ReactNode } from 'react'
import { BrandMark } from '../parts/brand-mark.tsx'
import styles from './auth-page.module.css'
import { useTitle } from '../parts/use-title.ts'

type Props = { title: string; text?: ReactNode; wide?: boolean; children: ReactNode }

/** The page of those who are not in yet. */
export function AuthPage({ title, text, children }: Props) {
  useTitle(title)
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <span className={styles['mark']}>
          <BrandMark size={36} />
        </span>
        <h1>{title}</h1>
        {text && <p className={styles['text']}>{text}</p>}
        {children}
      </div>
    </main>
  )
}
