import { Card } from '../../card.tsx'
import { CHECK, CLOCK } from '../../drawings.ts'
import type { Part, PartProps } from '../../part.ts'
import { texts, type WaitingTexts } from './texts.en.ts'

export const part: Part<WaitingTexts> = {
  styles: '',
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: () => Waiting,
}

/** Over the visitor's own words until somebody comes: what has happened to them, and what will. */
function Waiting({ chat, texts: own }: PartProps<WaitingTexts>) {
  const screen = chat.screen()
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
