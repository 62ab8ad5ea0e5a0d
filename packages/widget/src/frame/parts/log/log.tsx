import type { ChatLine } from '@portico/protocol/conversations'
import type { Chat } from '../../chat.ts'
import { DOWN } from '../../drawings.ts'
import { Icon } from '../../icon.tsx'
import type { Part, PartProps } from '../../part.ts'
import { calledIn } from './called-in.ts'
import { openPlace, type KeepPlace } from './keep-place.ts'
import styles from './log.css?inline'
import { ownMessages } from './own-messages.ts'
import { texts, type LogTexts } from './texts.en.ts'
import { TurnView } from './turn.tsx'
import { turnsOf } from './turns.ts'

/** Further from the newest line than this, the visitor is reading earlier ones. */
const NEAR_PX = 48

export const part: Part<LogTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: () => {
    const keepPlace = openPlace()
    return (props) => <Log {...props} keepPlace={keepPlace} />
  },
}

function Log({ chat, words, parts, texts: own, keepPlace }: PartProps<LogTexts> & { keepPlace: KeepPlace }) {
  const away = chat.isReadingBack()
  const view = viewOf(chat)
  const said = chat.lines()
  const lines = view ? said : []
  const unsent = unsentOf(chat, said)
  const firstNew = chat.arrivals.firstNew()
  const isAccepted = view !== undefined && view.phase.state !== 'requested'
  const turns = turnsOf({ lines, own: unsent, seen: view?.seen ?? null, firstNew, now: chat.now(), isAccepted })
  const called = calledIn(lines, chat.called)
  let scroller: HTMLElement | null = null

  return (
    <div class="log-frame">
      <div
        class="pane log"
        ref={(element) => {
          scroller = element
          if (element) keepPlace(element, { first: lines[0]?.id, own: unsent.length, away })
          if (element) fade(element)
        }}
        role="log"
        aria-live="off"
        aria-label={own.messages}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
        tabIndex={0}
        onScroll={({ currentTarget }) => {
          fade(currentTarget)
          const back = -currentTarget.scrollTop > NEAR_PX
          if (back !== away) chat.readBack(back)
        }}
      >
        <div>
          {parts.at('top', words)}
          {turns.map((turn) => (
            <TurnView key={turn.key} chat={chat} words={words} texts={own} turn={turn} called={called} />
          ))}
          {parts.at('end', words)}
        </div>
      </div>
      {away && firstNew && (
        <button
          class="jump"
          type="button"
          onClick={() => {
            if (scroller) scroller.scrollTop = 0
          }}
        >
          <Icon drawing={DOWN} small />
          {turns.map((turn) => (turn.kind === 'new' ? words.counted(words.texts.newMessages, turn.count) : ''))}
        </button>
      )}
    </div>
  )
}

// What lies above is not cut off by the bar but runs out under it; at the very top nothing does.
function fade(log: HTMLElement): void {
  log.classList.toggle('log-more', log.scrollHeight - log.clientHeight + log.scrollTop > 1)
}

// While a first message is on its way, what was said before it belongs to another conversation.
function viewOf(chat: Chat) {
  const screen = chat.screen()
  return 'chat' in screen ? screen.chat : undefined
}

function unsentOf(chat: Chat, lines: readonly ChatLine[]) {
  const sending = chat.connection()?.sending
  return sending && chat.screen().state !== 'past'
    ? ownMessages({ unanswered: sending.unanswered(), answered: sending.answered(), lines })
    : []
}
