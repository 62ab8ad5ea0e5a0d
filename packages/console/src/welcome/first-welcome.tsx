import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowUpRight, Store } from 'lucide-react'
import { startQuery } from '../auth/start.ts'
import { useInbox } from '../conversations/inbox-context.tsx'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button, buttonClass } from '../parts/button.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import { Icon } from '../parts/icon.tsx'
import { snippet } from '../parts/snippet.ts'
import { address, ownUrl } from '../requests/address.ts'
import { openBeside } from './open-beside.ts'
import styles from './first-welcome.module.css'
import { StepItem } from './step-item.tsx'
import { welcomeTexts } from './texts.ts'
import type { Checklist } from './use-checklist.ts'
import { useDock } from './dock-context.ts'

const PREVIEW = '/preview?open'

/** What a fresh installation shows whoever sets it up: the chat to try, the line for the site, colleagues. */
export function FirstWelcome({ checklist: { done, next, tick, dismiss } }: { checklist: Checklist }) {
  const { welcome } = useTexts(welcomeTexts)
  const site = useView<'settings'>('settings')?.siteName ?? ''
  const channel = useInbox().channels[0]?.id
  const { publicUrl } = useSuspenseQuery(startQuery).data
  const dock = useDock()
  return (
    <div className={styles['first']}>
      <Icon of={Store} size="l" />
      <h2>{welcome.title(site)}</h2>
      <p>{dock.docked ? welcome.docked : welcome.text}</p>
      <ul className={styles['steps']}>
        <StepItem step="made" done />
        <StepItem step="try" done={done.has('try')}>
          {!dock.docked && dock.possible && (
            <Button look={next === 'try' ? 'main' : 'line'} onClick={dock.open}>
              {welcome.dock}
            </Button>
          )}
          <a className={buttonClass({ look: 'line' })} href={address(PREVIEW)} target="_blank" rel="opener" onClick={openBeside}>
            {welcome.preview}
            <Icon of={ArrowUpRight} size="s" />
          </a>
        </StepItem>
        <StepItem
          step="site"
          done={done.has('site')}
          below={
            channel && (
              <CopyField
                label={welcome.snippet}
                text={snippet(publicUrl && publicUrl !== location.origin ? publicUrl : ownUrl(), channel)}
                copy={welcome.copy}
                copied={welcome.copied}
                rows={2}
                onCopy={() => tick('site')}
              />
            )
          }
        />
        <StepItem step="invite" done={done.has('invite')}>
          <Link className={buttonClass({ look: 'line' })} to="/settings/team">
            {welcome.invite}
          </Link>
        </StepItem>
      </ul>
      <p className={styles['skip']}>
        {welcome.skip}{' '}
        <button type="button" onClick={dismiss}>
          {welcome.dismiss}
        </button>
      </p>
    </div>
  )
}
