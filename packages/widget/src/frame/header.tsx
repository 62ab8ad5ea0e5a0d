import type { ComponentChildren } from 'preact'
import { fill } from '../messages/words.ts'
import { Avatar } from './avatar.tsx'
import type { ComponentProps } from './component-props.ts'
import { CROSS, DOWN, MINUS } from './drawings.ts'
import { Icon } from './icon.tsx'
import type { Screen } from './screen.ts'

const FACES_MAX = 2

export function Header({ chat, words, parts, screen }: ComponentProps & { screen: Screen }) {
  const { texts } = words
  const { small } = chat.surroundings()
  const minimise = () => chat.say({ type: 'minimised', by: 'visitor' })
  return (
    <header class="bar">
      {small && <Put drawing={DOWN} label={texts.backToPage} onPut={minimise} />}
      <Who chat={chat} words={words} parts={parts} screen={screen}>
        <Standing chat={chat} words={words} parts={parts} screen={screen} />
      </Who>
      {parts.at('bar', words)}
      {!small && <Put drawing={MINUS} label={texts.minimise} onPut={minimise} />}
      {!small && <Put drawing={CROSS} label={texts.close} onPut={() => chat.say({ type: 'closed', by: 'visitor' })} />}
    </header>
  )
}

/** Whom the visitor talks to: the site, until there is somebody. */
export function Who({ chat, words, screen, children }: ComponentProps & { screen: Screen; children: ComponentChildren }) {
  const { siteName } = chat.lobby()
  const staff = staffOf(screen)
  const people = staff.length > 0 ? staff : [{ id: siteName, name: siteName }]
  return (
    <>
      <span class="faces">
        {people.slice(0, FACES_MAX).map(({ id, name }) => (
          <Avatar key={id} id={id} name={name} large />
        ))}
      </span>
      <div class="who-is">
        <h2>{new Intl.ListFormat(words.locale).format(people.map(({ name }) => name))}</h2>
        <p>{children}</p>
      </div>
    </>
  )
}

/** How things stand, in a few words. */
export function Standing({ chat, words: { texts }, screen }: ComponentProps & { screen: Screen }) {
  const { siteName, staffed } = chat.lobby()
  const writer = chat.connection()?.typing.writer()
  switch (screen.state) {
    case 'waiting':
      return texts.waiting
    case 'conversation':
      if (!writer) return siteName
      return staffOf(screen).length > 1 ? fill(texts.isWriting, { name: writer.name }) : texts.writing
    case 'ended':
      return texts.endedTitle
    case 'introduction':
    case 'loading':
    case 'outdated':
    case 'locked':
      return staffed ? texts.here : texts.later
  }
}

const staffOf = (screen: Screen) =>
  screen.state === 'conversation' && screen.chat.phase.state === 'active' ? screen.chat.phase.operators : []

export const Put = ({ drawing, label, onPut }: { drawing: string; label: string; onPut: () => void }) => (
  <button class="plain" type="button" aria-label={label} title={label} onClick={onPut}>
    <Icon drawing={drawing} />
  </button>
)
