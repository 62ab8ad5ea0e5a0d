import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import styles from './back-link.module.css'
import { buttonClass } from './button.tsx'
import { Icon } from './icon.tsx'

/** The way up; `narrowOnly` where a list beside the page leads there on a wide screen. */
export function BackLink({ to, label, narrowOnly = false }: { to: string; label: string; narrowOnly?: boolean }) {
  return (
    <Link to={to} className={buttonClass({ look: 'icon' }, styles['back'], narrowOnly && styles['narrow'])} aria-label={label}>
      <Icon of={ChevronLeft} />
    </Link>
  )
}
