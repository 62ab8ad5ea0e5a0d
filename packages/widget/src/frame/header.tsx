import type { ComponentChildren } from 'preact'
import { fill } from '../messages/words.ts'
import { Avatar } from './avatar.tsx'
import type { ComponentProps } from './component-props.ts'
import { Icon } from './icon.tsx'
import { Menu } from './menu.tsx'
import type { Screen } from './screen.ts'

const FACES_MAX = 2

export function Header({ visit, words, screen }: ComponentProps & { screen: Screen }) {
  const { texts } = words
  const { small } = visit.surroundings()
  const minimise = () => visit.say({ type: 'minimised', by: 'visitor' })
  return (
    <header class="bar">
      {small && <Put icon="down" label={texts.backToPage} onPut={minimise} />}
      <Who visit={visit} words={words} screen={screen}>
        <Standing visit={visit} words={words} screen={screen} />
      </Who>
      {(screen.state === 'waiting' || screen.state === 'conversation') && <Menu visit={visit} words={words} />}
      {!small && <Put icon="minus" label={texts.minimise} onPut={minimise} />}
      {!small && <Put icon="cross" label={texts.close} onPut={() => visit.say({ type: 'closed', by: 'visitor' })} />}
    </header>
  )
}

/** Whom the visitor talks to: the site, until there is somebody. */
export function Who({ visit, words, screen, children }: ComponentProps & { screen: Screen; children: ComponentChildren }) {
  const { siteName } = visit.lobby()
  const staff = staffOf(screen)
  const people = staff.length > 0 ? staff : [{ id: siteName, name: siteName }]
  return (
    <>
      <span class="faces">
        {people.slice(0, FACES_MAX).map(({ id, name }) => (
          <Avatar key={id} id={id} name={name} large />
        ))}
      </span>
      <div>
        <h2>{new Intl.ListFormat(words.locale).format(people.map(({ name }) => name))}</h2>
        <p>{children}</p>
      </div>
    </>
  )
}

/** How things stand, in a few words. */
export function Standing({ visit, words: { texts }, screen }: ComponentProps & { screen: Screen }) {
  const { siteName, staffed } = visit.lobby()
  const writer = visit.connection()?.typing.writer()
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

export const Put = ({ icon, label, onPut }: { icon: Parameters<typeof Icon>[0]['name']; label: string; onPut: () => void }) => (
  <button class="plain" type="button" aria-label={label} title={label} onClick={onPut}>
    <Icon name={icon} />
  </button>
)
