import type { ComponentProps } from './component-props.ts'
import { BACK, CROSS, DOWN, MINUS } from './drawings.ts'
import { Icon } from './icon.tsx'
import type { Screen } from './screen.ts'

export function Header({ chat, words, parts, screen }: ComponentProps & { screen: Screen }) {
  const { texts } = words
  const { small } = chat.surroundings()
  const minimise = () => chat.say({ type: 'minimised', by: 'visitor' })
  const isHome = screen.state === 'introduction' && chat.lobby().staffed
  const looksBack = screen.state === 'list' || screen.state === 'storing' || screen.state === 'past'
  return (
    <header class={isHome ? 'bar bar-home' : 'bar'}>
      {small && <Put drawing={DOWN} label={texts.backToPage} onPut={minimise} />}
      {looksBack && <Put drawing={BACK} label={texts.back} onPut={chat.goBack} />}
      <Title chat={chat} words={words} parts={parts} screen={screen} />
      {parts.at('bar', words)}
      {!small && <Put drawing={MINUS} label={texts.minimise} onPut={minimise} />}
      {!small && <Put drawing={CROSS} label={texts.close} onPut={() => chat.say({ type: 'closed', by: 'visitor' })} />}
    </header>
  )
}

/** The site, and that nobody is there, until there is somebody to talk to. Who is there stands below. */
export function Title({ chat, words, parts, screen: { state } }: ComponentProps & { screen: Screen }) {
  const { texts } = words
  const { siteName, staffed } = chat.lobby()
  const [who] = parts.at('who', words)
  const standing = state === 'introduction' && !staffed ? texts.nobodyTitle : ''
  return (
    who ?? (
      <div class="who-is">
        <h2>{state === 'list' ? texts.earlierOnes : siteName}</h2>
        <p>{standing}</p>
      </div>
    )
  )
}

export const Put = ({ drawing, label, onPut }: { drawing: string; label: string; onPut: () => void }) => (
  <button class="plain" type="button" aria-label={label} title={label} onClick={onPut}>
    <Icon drawing={drawing} />
  </button>
)
