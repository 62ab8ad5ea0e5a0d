import { announcement } from './announcement.ts'
import type { ComponentProps } from './component-props.ts'

/** Says each new message once to who cannot see it arrive. */
export const Announcer = ({ chat, words }: ComponentProps) => (
  <div class="unseen" role="status" aria-atomic="false">
    {chat.arrivals.announced().map((lines) => (
      <p key={lines[0]?.id}>{announcement(lines, words)}</p>
    ))}
  </div>
)
