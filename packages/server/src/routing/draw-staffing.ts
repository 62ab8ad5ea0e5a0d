import type { Staffing } from './draw-waits.ts'

type Known = {
  slots: number
  staffing?: readonly { agoMs: number; slots: number }[]
}

/** Of so many instants the one counts at which there were nearly as many as now. */
const TRIES = 3

/**
 * How many slots there may be from now on: as many more or fewer than now as there were after some instant of the past. Where nothing
 * of the past is known, or nothing changed, it stays as it is.
 */
export function drawStaffing({ slots, staffing = [] }: Known, random: () => number): Staffing {
  const oldest = staffing.at(-1)?.agoMs ?? 0
  if (oldest === 0 || staffing.every((each) => each.slots === slots)) return [{ fromMs: 0, slots }]
  const at = (agoMs: number) => staffing.find((each) => each.agoMs >= agoMs)?.slots ?? slots
  const tries = Array.from({ length: TRIES }, () => oldest * random())
  const since = tries.reduce((one, other) => (Math.abs(at(other) - slots) < Math.abs(at(one) - slots) ? other : one))
  const changes = staffing
    .filter(({ agoMs }) => agoMs < since)
    .map((each) => ({ fromMs: since - each.agoMs, slots: slots + each.slots - at(since) }))
  return [{ fromMs: 0, slots }, ...changes.reverse()].map((each) => ({ ...each, slots: Math.max(1, each.slots) }))
}
