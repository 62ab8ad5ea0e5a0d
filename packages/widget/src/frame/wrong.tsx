import { ALERT } from './drawings.ts'
import { Icon } from './icon.tsx'

/** What is wrong: never by its colour alone. */
export const Wrong = ({ id, text, alert }: { id: string; text: string; alert?: boolean }) => (
  <p class="wrong" id={id} {...(alert && { role: 'alert' as const })}>
    <Icon drawing={ALERT} small />
    <span>{text}</span>
  </p>
)
