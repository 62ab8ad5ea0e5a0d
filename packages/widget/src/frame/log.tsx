import type { ChatView } from '@portico/protocol/conversations'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { fill } from '../messages/words.ts'
import { Avatar } from './avatar.tsx'
import type { ComponentProps } from './component-props.ts'
import { Icon } from './icon.tsx'
import { Older } from './older.tsx'
import { TurnView } from './turn.tsx'
import { turnsOf } from './turns.ts'

/** Further from the newest line than this, the visitor is reading earlier ones. */
const NEAR_PX = 48

/**
 * The log stands at its newest line by itself (column-reverse), and earlier lines that are loaded push nothing away. What
 * arrives while the visitor reads further up must not move what he reads.
 */
export function Log({
  visit,
  words,
  chat,
  children,
}: ComponentProps & { chat: ChatView | undefined; children?: ComponentChildren }) {
  const { texts } = words
  const scroller = useRef<HTMLDivElement>(null)
  const before = useRef({ height: 0, first: '', own: 0 })
  const away = visit.isReadingBack()
  const lines = chat ? visit.lines() : []
  const own = visit.own()
  const firstNew = visit.firstNew()
  const turns = turnsOf({ lines, own, seen: chat?.seen ?? null, firstNew })
  const writer = visit.connection()?.typing.writer()

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const first = lines[0]?.id ?? ''
    const grownPx = element.scrollHeight - before.current.height
    if (own.length > before.current.own) element.scrollTop = 0
    else if (away && first === before.current.first) element.scrollTop -= grownPx
    before.current = { height: element.scrollHeight, first, own: own.length }
  })

  return (
    <div class="log-frame">
      <div
        class="pane log"
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={texts.messages}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
        tabIndex={0}
        onScroll={({ currentTarget }) => {
          const back = -currentTarget.scrollTop > NEAR_PX
          if (back !== away) visit.readBack(back)
        }}
      >
        <div>
          {chat && <Older visit={visit} words={words} chat={chat} />}
          {children}
          {turns.map((turn) => (
            <TurnView key={turn.key} visit={visit} words={words} turn={turn} />
          ))}
          {writer && (
            <div class="turn">
              <Avatar id={writer.id} name={writer.name} />
              <div class="bubble typing" role="img" aria-label={fill(texts.isWriting, { name: writer.name })}>
                <i />
                <i />
                <i />
              </div>
            </div>
          )}
        </div>
      </div>
      {away && firstNew && (
        <button
          class="jump"
          type="button"
          onClick={() => {
            if (scroller.current) scroller.current.scrollTop = 0
          }}
        >
          <Icon name="down" small />
          {turns.map((turn) => (turn.kind === 'new' ? words.counted(texts.newMessages, turn.count) : ''))}
        </button>
      )}
    </div>
  )
}
