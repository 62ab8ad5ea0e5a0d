import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/icon.tsx'
import styles from './checklist-bar.module.css'
import { STEPS } from './steps.ts'
import { welcomeTexts } from './texts.ts'
import type { Checklist } from './use-checklist.ts'

/** How far one is with setting up, in one line; it leads to the whole list. */
export function ChecklistBar({ checklist: { done, next, dismiss } }: { checklist: Checklist }) {
  const { welcome } = useTexts(welcomeTexts)
  if (next === undefined) return null
  return (
    <aside className={styles['bar']}>
      <Link to="/inbox" search={{ welcome: true }}>
        <span className={styles['marks']} aria-hidden="true">
          {STEPS.map((step) => (
            <i key={step} className={classes(done.has(step) && styles['done'])} />
          ))}
        </span>
        <b>{welcome.progress(done.size, STEPS.length)}</b>
        <span className="cut">{welcome.next(welcome.steps[next].title)}</span>
      </Link>
      <Button look="icon" small onClick={dismiss} aria-label={welcome.dismiss}>
        <Icon of={X} size="s" />
      </Button>
    </aside>
  )
}
