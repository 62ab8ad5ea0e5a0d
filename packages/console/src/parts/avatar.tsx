import { type ReactNode, use } from 'react'
import { initialsOf } from '@portico/protocol/initials'
import { tintOf } from '@portico/protocol/tint'
import { User } from 'lucide-react'
import styles from './avatar.module.css'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import { PortraitsContext } from './portraits-context.ts'

type Props = { id: string; name: string | null; size?: 's' | 'm' | 'l'; children?: ReactNode }

/** A picture, or tinted initials; the name itself always stands beside them. A mark of presence may sit on its corner. */
export function Avatar({ id, name, size = 'm', children }: Props) {
  const portrait = use(PortraitsContext).get(id)
  const letters = name === null ? '' : initialsOf(name)
  return (
    <span className={classes(styles['avatar'], styles[size], styles[`tint${tintOf(id)}`])}>
      {letters === '' ? <Icon of={User} size="s" /> : <span aria-hidden="true">{letters}</span>}
      {portrait && <img className={styles['portrait']} src={portrait} alt="" decoding="async" />}
      {children && <span className={styles['corner']}>{children}</span>}
    </span>
  )
}
