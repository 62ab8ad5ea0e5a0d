import { CHECK, CLOCK } from '../../drawings.ts'
import { Icon } from '../../icon.tsx'
import type { Part, PartProps } from '../../part.ts'
import { texts, type WaitingTexts } from './texts.en.ts'
import styles from './waiting.css?inline'

export const part: Part<WaitingTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: () => Waiting,
}

/** Above the visitor's own words until somebody comes: what has happened to them, and what will. */
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
    <div class="queue">
      <span class="place">
        <Icon drawing={delivered ? CHECK : CLOCK} />
      </span>
      <div>
        <h3>{delivered ? own.waitingTitle : own.sendingTitle}</h3>
        <p>{delivered ? arrivedText : own.sendingText}</p>
      </div>
    </div>
  )
}
