import { GitBranch, Inbox, Users } from 'lucide-react'
import { useId } from 'react'
import { useDrafting } from '../channels/drafting.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from './routing.module.css'
import { routingTexts } from './texts.ts'

const WAYS = [
  { way: 'inbox', icon: Inbox },
  { way: 'automatic', icon: GitBranch },
  { way: 'everyone', icon: Users },
] as const

export function WayCards({ disabled }: { disabled: boolean }) {
  const { routing } = useTexts(routingTexts)
  const { draft, change } = useDrafting()
  const name = useId()
  return (
    <div className={styles['ways']} role="radiogroup" aria-label={routing.way}>
      {WAYS.map(({ way, icon }) => (
        <label key={way}>
          <b>
            <Icon of={icon} size="s" />
            {routing.ways[way].name}
          </b>
          <span>{routing.ways[way].text}</span>
          <input
            type="radio"
            name={name}
            disabled={disabled}
            checked={draft.assigns === way}
            onChange={() => change({ assigns: way })}
          />
        </label>
      ))}
    </div>
  )
}
