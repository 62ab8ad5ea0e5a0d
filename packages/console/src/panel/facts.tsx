import type { ReactNode } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import styles from './context-pane.module.css'
import { panelTexts } from './texts.ts'

/** A part of the panel; its title, where it has one, is its heading. */
export function Block({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className={styles['block']}>
      {title && <h3>{title}</h3>}
      {children}
    </section>
  )
}

export const Facts = ({ children }: { children: ReactNode }) => <dl className={styles['facts']}>{children}</dl>

/** One thing that is known, or that it is not. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  const { context } = useTexts(panelTexts)
  return (
    <>
      <dt>{name}</dt>
      <dd>{children ?? <span className="faint">{context.unknown}</span>}</dd>
    </>
  )
}
