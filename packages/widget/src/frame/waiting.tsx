import type { ComponentProps } from './component-props.ts'
import { Icon } from './icon.tsx'

/** Above the visitor's own words until somebody comes: what has happened to them, and what will. */
export function Waiting({ visit, words: { texts }, delivered }: ComponentProps & { delivered: boolean }) {
  const failed = visit.own().some(({ delivery }) => delivery.state === 'failed')
  if (!delivered && failed) return null
  const arrivedText = visit.lobby().staffed ? texts.waitingText : texts.awayText
  return (
    <div class="queue">
      <span class="place">
        <Icon name={delivered ? 'check' : 'clock'} />
      </span>
      <div>
        <h3>{delivered ? texts.waitingTitle : texts.sendingTitle}</h3>
        <p>{delivered ? arrivedText : texts.sendingText}</p>
      </div>
    </div>
  )
}
