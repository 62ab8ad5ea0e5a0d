import { BEGINNING, type Point } from '../log.ts'

/** Where one connection stands in one topic; nowhere yet, it needs a snapshot. `behind` is set when something moved while a page was read. */
export type Cursor = {
  point: Point | undefined
  state: 'catching-up' | 'live'
  behind: boolean
}

export const cursorAt = (point: Point | undefined): Cursor => ({ point, state: 'catching-up', behind: false })

/** Where a client says that it stands; nowhere, if it does not say in which line of history. */
export const pointOf = ({ position, tag }: { position: number | null; tag?: string | undefined }): Point | undefined =>
  position === null || tag === undefined ? undefined : { position, tag }

/** Where a live cursor stands, if it has not come as far as this; one that is catching up is told that there is more. */
export function pointBefore(cursor: Cursor | undefined, position: number): Point | undefined {
  if (cursor?.state === 'catching-up') cursor.behind = true
  const point = cursor?.state === 'live' ? (cursor.point ?? BEGINNING) : undefined
  return point && point.position < position ? point : undefined
}
