import { type ReactNode, useId } from 'react'
import styles from './settings.module.css'

/** A part of the settings: its name and what it means to the left, the controls to the right. */
export function SettingsGroup({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles['group']} aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {text && <p>{text}</p>}
      </div>
      <div className={styles['controls']}>{children}</div>
    </section>
  )
}
