import type { Page } from '@portico/protocol/conversations'
import type { Clock } from '../clock.ts'
import { passingPage } from './passing-page.ts'

/** Before all that is seen, whenever it was used. */
const HIDDEN_FIRST_MS = 1e15

type Turned = { visible?: boolean | undefined; page?: Page | undefined }

export type Attention = {
  used: () => void
  /** The page can be seen, or not any more, or is another. */
  turn: (turned: Turned) => void
  /** Where a visitor is, as it may be told; held as long as the connection. */
  page: () => Page | undefined
  /** Sorts those first whose user will miss them least: hidden for longest, then unused for longest. */
  rank: () => number
}

/** Whether somebody looks at what a connection brings, and when it was last used. */
export function openAttention(clock: Clock, { visible = true, page: first }: Turned): Attention {
  let usedAt = clock.now()
  let hiddenSince = visible ? undefined : usedAt
  let page = first && passingPage(first)

  return {
    used: () => {
      usedAt = clock.now()
    },
    turn: ({ visible: seen, page: now }) => {
      usedAt = clock.now()
      if (now) page = passingPage(now)
      hiddenSince = seen === false ? (hiddenSince ?? usedAt) : undefined
    },
    page: () => page,
    rank: () => (hiddenSince === undefined ? usedAt : hiddenSince - HIDDEN_FIRST_MS),
  }
}
