import { ChevronDown, ChevronRight } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Icon } from '../parts/icon.tsx'
import styles from './list-group.module.css'
import { useFolded } from './use-folded.ts'

type Props = {
  name: 'requests' | 'colleagues' | 'mine' | 'team' | 'help' | 'closed'
  title: string
  count: number | undefined
  children: ReactNode
}

/** A part of the list that can be folded away; what is folded stays folded in this browser. */
export function ListGroup({ name, title, count, children }: Props) {
  const [folded, fold] = useFolded(name)
  const id = useId()
  return (
    <section className={styles['group']} aria-labelledby={id}>
      <h2 id={id}>
        <button type="button" className={styles['head']} aria-expanded={!folded} onClick={() => fold(!folded)}>
          <Icon of={folded ? ChevronRight : ChevronDown} size="xs" />
          {title}
          {count !== undefined && <span className={styles['count']}>{count}</span>}
        </button>
      </h2>
      {!folded && children}
    </section>
  )
}

export const GroupEmpty = ({ children }: { children: ReactNode }) => <p className={styles['empty']}>{children}</p>
