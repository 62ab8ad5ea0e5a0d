import { CHECK, CLOCK, MOON } from '../../drawings.ts'
import type { Part, PartProps } from '../../part.ts'
import { Card } from './card.tsx'
import { texts, type WaitingTexts } from './texts.en.ts'
import styles from './waiting.css?inline'

export const part: Part<WaitingTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: () => Waiting,
}

/** Under the header, where it does not scroll: that nobody is there; then what has happened to the visitor's words, and what will. */
function Waiting({ chat, texts: own }: PartProps<WaitingTexts>) {
  const screen = chat.screen()
  if (screen.state === 'introduction') return <Card drawing={MOON} title={own.leaveTitle} text={own.leaveText} />
  const delivered = screen.state === 'waiting' && screen.chat !== undefined
  if (
    !delivered &&
    chat
      .connection()
      ?.sending.answered()
      .some(({ refused }) => refused)
  )
    return null
  const arrivedText = chat.lobby().staffed ? own.waitingText : own.awayText
  return (
    <Card
      drawing={delivered ? CHECK : CLOCK}
      title={delivered ? own.waitingTitle : own.sendingTitle}
      text={delivered ? arrivedText : own.sendingText}
    />
  )
}
