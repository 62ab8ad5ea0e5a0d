import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './empty.module.css'
import { Icon } from './icon.tsx'

type Props = { icon: LucideIcon; title: string; text: string; failure?: boolean; whole?: boolean; children?: ReactNode }

/** Nothing to show, or a failure: what it means and what comes next. `whole` where it is all that the screen says. */
export function Empty({ icon, title, text, failure = false, whole = false, children }: Props) {
  const Title = whole ? 'h1' : 'b'
  return (
    <div className={classes(styles['empty'], failure && styles['failure'])} role={failure ? 'alert' : undefined}>
      <Icon of={icon} size="l" />
      <Title>{title}</Title>
      <p>{text}</p>
      {children && <div className={styles['actions']}>{children}</div>}
    </div>
  )
}
