import { sql } from 'kysely'
import { CannotStart } from '../cannot-start.ts'
import type { Migration } from '../capability.ts'
import { databaseNow } from './dialect.ts'
import { checkDurability } from './durability.ts'
import { readShape, type Shape } from './migrate.ts'
import { postgres } from './postgres.ts'

const VERSION_MIN = 140_000

type Seen = {
  name: string
  isOld: boolean
  shape: Shape
  /** How far this machine's clock is ahead of its own. */
  offMs: number
  /** Promises that it is set up not to keep: when its machine fails, or at all. */
  doubts: readonly string[]
  faults: readonly string[]
}

/** Looks at a database server, and changes nothing. Throws what it says where it does not let anybody in. */
export async function lookAtServer(url: string, migrations: readonly Migration[], now: () => number): Promise<Seen> {
  const db = postgres(url)
  try {
    const { rows } = await sql<{ number: string; name: string }>`
      select current_setting('server_version_num') as number, current_setting('server_version') as name`.execute(db)
    const [version] = rows
    const [doubts, faults]: [string[], string[]] = [[], []]
    await checkDurability(db, (line) => doubts.push(line)).catch((error: unknown) => {
      if (!(error instanceof CannotStart)) throw error
      faults.push(error.message)
    })
    const shape = await readShape(db, migrations)
    const asked = now()
    const there = (await databaseNow(db)) ?? asked
    const offMs = (asked + now()) / 2 - there
    return { name: `PostgreSQL ${version?.name}`, isOld: Number(version?.number) < VERSION_MIN, shape, offMs, doubts, faults }
  } finally {
    await db.destroy()
  }
}
