import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Migration } from '../capability.ts'
import type { Db } from './database.ts'
import { migrate, NewerSchema } from './migrate.ts'
import { sqlite } from './sqlite.ts'

const KNOWN: Migration = { name: '2026-01-01-known', up: async () => {} }
const ADDED: Migration = { name: '2027-01-01-added', additive: true, up: async () => {} }
const CHANGED: Migration = { name: '2027-01-02-changed', up: async () => {} }

let folder: string
let db: Db
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-migrate-'))
  db = sqlite(join(folder, 'portico.db'))
})
afterEach(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true })
})

test('[ST36] a node starts on a database to which a newer one has only added', async () => {
  await migrate(db, [KNOWN, ADDED], 0)
  await migrate(db, [KNOWN], 0)
})

test('[ST36] on one that a newer one has changed it does not, and names the change alone', async () => {
  await migrate(db, [KNOWN, ADDED, CHANGED], 0)
  const started = migrate(db, [KNOWN], 0)
  await expect(started).rejects.toThrow(NewerSchema)
  await expect(started).rejects.toThrow(`(it has ${CHANGED.name})`)
})
