import type { ConversationId } from '@portico/protocol/ids'
import { Search } from 'lucide-react'
import { useActions } from '../actions/use-action.ts'
import { useInbox } from '../conversations/inbox-context.tsx'
import { useWatchedRows } from '../conversations/use-watched-rows.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import { KeyCap } from '../parts/key-cap.tsx'
import { Scroller } from '../parts/scroller.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { WindowedRows } from '../parts/windowed-rows.tsx'
import { AvailabilityButton } from '../presence/availability-button.tsx'
import { ChecklistBar } from '../welcome/checklist-bar.tsx'
import { useChecklist } from '../welcome/use-checklist.ts'
import { ChannelScope } from './channel-scope.tsx'
import { ClosedList } from './closed-list.tsx'
import { ConversationEntry } from './conversation-entry.tsx'
import styles from './conversation-list.module.css'
import { ENTRY_HEIGHT } from './entry-height.ts'
import { FromColleagues } from './from-colleagues.tsx'
import { HelpList } from './help-list.tsx'
import { GroupEmpty, ListGroup } from './list-group.tsx'
import { MovableEntry } from './movable-entry.tsx'
import { RequestList } from './request-list.tsx'
import { inboxTexts } from './texts.ts'
import { useKnownRows } from './use-known-rows.ts'
import { useMoves } from './use-moves.ts'

type Props = {
  current: ConversationId | undefined
  follow: ConversationId | undefined
  preview: (conversation: ConversationId) => void
}

/** Requests, mine, team, closed. */
export function ConversationList({ current, follow, preview }: Props) {
  const { inbox: words } = useTexts(inboxTexts)
  const { state } = useInbox()
  const checklist = useChecklist(useKnownRows())
  return (
    <section className={styles['list']} aria-label={words.list}>
      <header className={styles['head']}>
        <div>
          <h1>{words.title}</h1>
          <AvailabilityButton className={styles['availability']} />
        </div>
        <SearchButton />
        <ChannelScope />
      </header>
      {state === 'waiting' ? (
        <Skeleton rows={5} />
      ) : (
        <>
          <Scroller className={styles['requests']}>
            <RequestList current={current} follow={follow} preview={preview} />
          </Scroller>
          <OwnLists current={current} follow={follow} />
          {checklist.state === 'shown' && <ChecklistBar checklist={checklist} />}
        </>
      )}
    </section>
  )
}

/** They scroll by themselves: however many requests wait, one's own conversations stay in sight. */
function OwnLists({ current, follow }: Omit<Props, 'preview'>) {
  const { inbox: words } = useTexts(inboxTexts)
  const { inbox } = useInbox()
  const moves = useMoves(current)
  useWatchedRows(inbox.mine)
  return (
    <Scroller className={styles['scroller']}>
      <FromColleagues current={current} />
      <ListGroup name="mine" title={words.mine} count={inbox.mine.length}>
        {inbox.mine.length === 0 && <GroupEmpty>{words.emptyGroup.mine}</GroupEmpty>}
        <WindowedRows label={words.mine} rows={inbox.mine} keyOf={(row) => row.id} rowHeight={ENTRY_HEIGHT} follow={follow}>
          {(row) => {
            const shown = { row, current: row.id === current, unread: inbox.unread.get(row.id) ?? 0 }
            return moves ? <MovableEntry {...shown} moves={moves} /> : <ConversationEntry {...shown} />
          }}
        </WindowedRows>
      </ListGroup>
      <ListGroup name="team" title={words.team} count={inbox.team.length}>
        {inbox.team.length === 0 && <GroupEmpty>{words.emptyGroup.team}</GroupEmpty>}
        <WindowedRows label={words.team} rows={inbox.team} keyOf={(row) => row.id} rowHeight={ENTRY_HEIGHT} follow={follow}>
          {(row) => <ConversationEntry row={row} current={row.id === current} unread={0} owned />}
        </WindowedRows>
      </ListGroup>
      <HelpList current={current} />
      {inbox.more && <GroupEmpty>{words.more}</GroupEmpty>}
      <ListGroup name="closed" title={words.closed} count={undefined}>
        <ClosedList current={current} follow={follow} />
      </ListGroup>
    </Scroller>
  )
}

function SearchButton() {
  const { shell } = useMessages()
  const actions = useActions()
  return (
    <button
      type="button"
      className={styles['search']}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => actions.run('palette')}
    >
      <Icon of={Search} size="s" />
      <span>{shell.search}</span>
      <KeyCap name={isApple() ? '⌘ K' : 'Ctrl K'} />
    </button>
  )
}

const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform)
