import { system } from './actor.ts'
import type { Db } from './db/database.ts'
import { migrate } from './db/migrate.ts'
import { drawEpoch } from './epoch.ts'
import type { Registry } from './registry.ts'
import { keepSecurity } from './security-log.ts'

/**
 * What a restored database needs before a server opens it: an epoch of its own, so that nobody goes on from what he has seen of
 * another history, and the end of whatever would open a door that has been closed since.
 */
export async function renew(db: Db, { migrations, capabilities }: Registry, at: number): Promise<void> {
  await migrate(db, migrations, at)
  await db.transaction().execute(async (tx) => {
    await drawEpoch(tx)
    for (const { restored } of capabilities) await restored?.(tx, at)
    await keepSecurity(tx, { note: { kind: 'restored' }, actor: system('portico'), at, from: undefined })
  })
}
