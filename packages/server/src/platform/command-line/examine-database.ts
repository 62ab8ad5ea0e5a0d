import { existsSync } from 'node:fs'
import { CLOCK_OFF_MS_MAX } from '../clock-watch.ts'
import { checkDatabase, migrationsOf } from '../db/copy-database.ts'
import { shapeOf, type Shape } from '../db/migrate.ts'
import type { Registry } from '../registry.ts'
import { fault, ok, warn, type Finding } from './finding.ts'

/** The file in the data folder, which a server may be writing to. */
export function examineFile(file: string, { migrations }: Registry): readonly Finding[] {
  if (!existsSync(file)) return [fault(`there is no database ${file}`, 'it is made at the first start; or restore a backup')]
  const broken = checkDatabase(file)
  if (broken !== undefined) return [fault(`the database is damaged: ${broken}`, 'see to the disk, restore a backup')]
  const migrated = migrationsOf(file)
  return [ok('the database is whole'), version(migrated ? shapeOf(migrated, migrations) : { state: 'none' })]
}

/** The database that several nodes may share: whether it is there, of what version, and as durable as it must be. */
export async function examineServer(url: string, { migrations }: Registry, now: () => number): Promise<readonly Finding[]> {
  const { lookAtServer } = await import('../db/look-at-server.ts') // not needed for a file, and not small
  const seen = await lookAtServer(url, migrations, now)
  return [
    seen.isOld ? fault(`${seen.name} is too old`, 'bring it to version 14 or newer') : ok(`the database answers: ${seen.name}`),
    version(seen.shape),
    ...seen.doubts.map((doubt) => warn(doubt, 'see the manual of the database')),
    ...seen.faults.map((found) => fault(found, 'see the manual of the database')),
    Math.abs(seen.offMs) > CLOCK_OFF_MS_MAX
      ? warn(`this machine's clock is ${inSeconds(seen.offMs)} off the database's`, 'keep both right by NTP')
      : ok(`this machine's clock is ${inSeconds(seen.offMs)} off the database's`),
  ]
}

function version(shape: Shape): Finding {
  switch (shape.state) {
    case 'none':
      return warn(
        'it holds nothing of Portico yet',
        'the first start makes what it needs; or see that the setting names the right one',
      )
    case 'newer':
      return fault(`a newer version wrote it (${shape.unknown.join(', ')})`, 'start that version')
    case 'older':
      return ok(`the next start brings it to this version (${shape.left.length} migrations)`)
    case 'same':
      return ok('it is of this version')
  }
}

const inSeconds = (ms: number) => `${(Math.abs(ms) / 1000).toFixed(1)} s`
