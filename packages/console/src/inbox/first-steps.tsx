import { Link } from '@tanstack/react-router'
import { ArrowUpRight, Store } from 'lucide-react'
import { mayAdminister } from '../auth/may-administer.ts'
import { useMe } from '../auth/me-context.tsx'
import { useInbox } from '../conversations/inbox-context.tsx'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from './first-steps.module.css'
import { inboxTexts } from './texts.ts'

/** What a fresh installation shows: a conversation to try, the snippet, colleagues. */
export function FirstSteps() {
  const { first } = useTexts(inboxTexts).inbox
  const site = useView<'settings'>('settings')?.siteName ?? ''
  const { channels } = useInbox()
  const me = useMe()
  const channel = channels[0]?.id
  return (
    <div className={styles['first']}>
      <Icon of={Store} size="l" />
      <h2>{first.title(site)}</h2>
      <p>{first.text}</p>
      <ol>
        {first.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className={styles['actions']}>
        <a className={buttonClass({ look: 'main' })} href="/preview" target="_blank" rel="noopener">
          {first.preview}
          <Icon of={ArrowUpRight} size="s" />
        </a>
        {channel && (
          <Link
            className={buttonClass({ look: 'line' })}
            to="/settings/channels/$channel"
            params={{ channel }}
            search={{ section: 'snippet' }}
          >
            {first.snippet}
          </Link>
        )}
        {mayAdminister(me) && (
          <Link className={buttonClass({ look: 'line' })} to="/settings/team">
            {first.invite}
          </Link>
        )}
      </div>
    </div>
  )
}
