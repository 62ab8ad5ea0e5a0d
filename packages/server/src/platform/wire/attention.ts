import type { Page } from '@portico/protocol/conversations'
import type { Clock } from '../clock.ts'
import { passingPage } from './passing-page.ts'

/** Before all that is seen, whenever it was used. */
const HIDDEN_FIRST_MS = 1e15

type Turned = { visible?: boolean | undefined; page?: Page | undefined }

export type Attention = {
  /** `acts`: somebody has done something; a page that merely lies open marks as read by itself. */
  used: (acts: boolean) => void
  /** The page can be seen, or not any more, or is another. */
  turn: (turned: Turned) => void
  /** Where a visitor is, as it may be told; held as long as the connection. */
  page: () => Page | undefined
  /** When somebody did something in it last. */
  actedAt: () => number
  /** Sorts those first whose user will miss them least: hidden for longest, then unused for longest. */
  rank: () => number
}

/** Whether somebody looks at what a connection brings, and when it was last used. */
export function openAttention(clock: Clock, { visible = true, page: first }: Turned): Attention {
  let usedAt = clock.now()
  let actedAt = usedAt
  let hiddenSince = visible ? undefined : usedAt
  let page = first && passingPage(first)

  return {
    used: (acts) => {
      usedAt = clock.now()
      if (acts) actedAt = usedAt
    },
    turn: ({ visible: seen, page: now }) => {
      usedAt = clock.now()
      if (seen !== false) actedAt = usedAt
      if (now) page = passingPage(now)
      hiddenSince = seen === false ? (hiddenSince ?? usedAt) : undefined
    },
    page: () => page,
    actedAt: () => actedAt,
    rank: () => (hiddenSince === undefined ? usedAt : hiddenSince - HIDDEN_FIRST_MS),
  }
}
