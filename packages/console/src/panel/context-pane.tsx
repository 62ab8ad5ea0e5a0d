import type { ConversationView } from '@portico/protocol/conversations'
import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { duration } from '../messages/duration.ts'
import { useFormat, useMessages } from '../messages/language-context.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from './context-pane.module.css'
import { useChannelName } from '../conversations/inbox-context.tsx'
import { languageName } from './language-name.ts'
import { PageFact } from './page-fact.tsx'
import { waitedMs } from './waited.ts'

/** What is known of the visitor and of the conversation. */
export function ContextPane({ view, name }: { view: ConversationView; name: string }) {
  const { context, conversation, shell } = useMessages()
  const format = useFormat()
  const channel = useChannelName(view.channel)
  const { visitor, phase } = view
  const waited = waitedMs(view)
  return (
    <section className={styles['context']} aria-label={context.label(name)}>
      <header className={styles['head']}>
        <Link
          to="/inbox/$conversation"
          params={{ conversation: view.id }}
          className={buttonClass({ look: 'icon' }, styles['back'])}
          aria-label={conversation.backToIt}
        >
          <Icon of={ChevronLeft} />
        </Link>
        <h2>{context.visitor}</h2>
      </header>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={context.label(name)}>
        <section className={styles['block']}>
          <dl className={styles['facts']}>
            <Fact name={context.name}>{visitor.name === null ? null : <bdi>{visitor.name}</bdi>}</Fact>
            <Fact name={context.email}>
              {visitor.email === null ? null : (
                <a href={`mailto:${encodeURIComponent(visitor.email).replace('%40', '@')}`}>{visitor.email}</a>
              )}
            </Fact>
            <Fact name={context.language}>
              {visitor.locale === null ? null : languageName(visitor.locale, document.documentElement.lang)}
            </Fact>
            {visitor.analyticsId !== null && (
              <Fact name={context.analytics}>
                <code className={styles['code']}>{visitor.analyticsId}</code>
              </Fact>
            )}
          </dl>
        </section>
        <section className={styles['block']}>
          <h3>{context.page}</h3>
          <PageFact page={view.page} />
        </section>
        <section className={styles['block']}>
          <h3>{context.conversation}</h3>
          <dl className={styles['facts']}>
            <Fact name={context.channel}>
              <bdi>{channel || shell.loading}</bdi>
            </Fact>
            <Fact name={context.opened}>{format.dateTime(view.openedAt)}</Fact>
            <Fact name={context.state}>
              {{ requested: conversation.requested, active: conversation.active, closed: conversation.ended }[phase.state]}
            </Fact>
            {waited !== undefined && <Fact name={context.waited}>{duration(waited)}</Fact>}
            {phase.state === 'active' && (
              <Fact name={context.operators}>{format.list(phase.operators.map((operator) => operator.name))}</Fact>
            )}
          </dl>
        </section>
      </div>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const { context } = useMessages()
  return (
    <>
      <dt>{name}</dt>
      <dd>{children ?? <span className="faint">{context.unknown}</span>}</dd>
    </>
  )
}
