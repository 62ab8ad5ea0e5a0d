import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/icon.tsx'
import styles from './first-welcome.module.css'
import type { Step } from './steps.ts'
import { welcomeTexts } from './texts.ts'

type Props = { step: Step; done: boolean; below?: ReactNode; children?: ReactNode }

/** One thing to do, with the way to do it; what is done says so. */
export function StepItem({ step, done, below, children }: Props) {
  const { welcome } = useTexts(welcomeTexts)
  const { title, text } = welcome.steps[step]
  return (
    <li className={styles['step']}>
      <span className={classes(styles['mark'], done && styles['done'])}>
        {done && <Icon of={Check} size="s" />}
        <span className="hidden">{done ? welcome.done : welcome.toDo}</span>
      </span>
      <div>
        <b>{title}</b>
        <p>{text}</p>
      </div>
      {children && <div className={styles['actions']}>{children}</div>}
      {below && <div className={styles['below']}>{below}</div>}
    </li>
  )
}
