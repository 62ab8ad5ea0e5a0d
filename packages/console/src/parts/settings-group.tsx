import { type ReactNode, useId } from 'react'
import styles from './settings.module.css'

type Props = {
  title: string
  text?: string
  /** On a page with a bar that saves: that what is changed here needs none. */
  saving?: string
  children: ReactNode
}

/** A part of the settings: its name and what it means to the left, the controls to the right. */
export function SettingsGroup({ title, text, saving, children }: Props) {
  const id = useId()
  return (
    <section className={styles['group']} aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {text && <p>{text}</p>}
        {saving && <small className={styles['saving']}>{saving}</small>}
      </div>
      <div className={styles['controls']}>{children}</div>
    </section>
  )
}
