import type { SwitchedOff } from '@portico/protocol/switches'
import { atHand } from '../platform/db/at-hand.ts'
import type { Db, Tx } from '../platform/db/database.ts'
import { prepared } from '../platform/db/prepared.ts'

const switchesOff = prepared((db, _: object) =>
  db.selectFrom('site_switch').select(['what', 'off_since as since']).orderBy('what'),
)
/** Every message asks for them. */
const switchesAtHand = atHand<readonly SwitchedOff[]>({ max: 1 })
const ALL = 'all'

export const foreseeSwitches = (tx: Tx): void => switchesOff.foresee(tx, {})

export async function readSwitchedOff(db: Db): Promise<SwitchedOff[]> {
  const known = switchesAtHand.find(db, ALL)
  if (known) return [...known]
  const read = await switchesOff(db, {})
  switchesAtHand.keep(db, ALL, read)
  return read
}

export const forgetSwitches = (tx: Tx): void => switchesAtHand.drop(tx, ALL)
