import type { Command } from '@portico/protocol'
import * as declared from './capabilities.ts'
import { LEFT_TO_RIGHT } from './left-to-right.ts'
import { epochMigrations } from './platform/epoch.ts'
import { jobMigrations } from './platform/jobs/migrations.ts'
import { logMigrations } from './platform/log.ts'
import { memberMigrations } from './platform/members/member-tables.ts'
import { nodeLeaseMigrations } from './platform/node-lease.ts'
import { outcomeMigrations } from './platform/outcomes.ts'
import { secretMigrations } from './platform/secrets.ts'
import { securityMigrations } from './platform/security-log.ts'
import { sharedLimitMigrations } from './platform/wire/shared-limits.ts'
import type { Registry } from './platform/registry.ts'
import { READ_BY_RECOGNISE, recognise } from './recognise.ts'

export const capabilities = Object.values(declared).toSorted((one, other) => placeOf(one.name) - placeOf(other.name))

// Fails to compile while a command in the protocol has no capability here.
type Handled = { [C in (typeof capabilities)[number] as C['name']]: keyof C['commands'] }[string]
type Unhandled = Exclude<Command['type'], Handled>
true satisfies [Unhandled] extends [never] ? true : Unhandled

const governing = new Set<string>(
  capabilities.flatMap(({ name, writes }) => (READ_BY_RECOGNISE.includes(name) ? Object.keys(writes) : [])),
)

export const registry: Registry = {
  capabilities,
  recognise,
  governs: (type) => governing.has(type),
  migrations: [
    ...epochMigrations,
    ...logMigrations,
    ...outcomeMigrations,
    ...jobMigrations,
    ...securityMigrations,
    ...nodeLeaseMigrations,
    ...memberMigrations,
    ...secretMigrations,
    ...sharedLimitMigrations,
    ...capabilities.flatMap(({ migrations }) => migrations),
  ],
}

function placeOf(name: string): number {
  const place = LEFT_TO_RIGHT.indexOf(name)
  if (place < 0) throw new Error(`left-to-right.ts has no place for ${name}`)
  return place
}
