import { announcement } from './announcement.ts'
import type { Drawing } from './drawing.ts'

/** Says each new message once to who cannot see it arrive. */
export const Announcer = ({ visit, words }: Drawing) => (
  <div class="unseen" role="status" aria-atomic="false">
    {visit.announced().map((lines) => (
      <p key={lines[0]?.id}>{announcement(lines, words)}</p>
    ))}
  </div>
)
