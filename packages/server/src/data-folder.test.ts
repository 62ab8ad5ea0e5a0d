import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareDataFolder } from './data-folder.ts'

const NOBODY = 65_534

let folder: string
let umask: number
beforeAll(() => {
  umask = process.umask()
  folder = mkdtempSync(join(tmpdir(), 'portico-folder-'))
})
afterAll(() => {
  process.umask(umask)
  rmSync(folder, { recursive: true })
})

test.skipIf(process.getuid?.() !== 0)('[ST8] a folder of another user is taken only if nobody else may read it', () => {
  const data = join(folder, 'foreign')
  mkdirSync(data)
  chmodSync(data, 0o755)
  chownSync(data, NOBODY, NOBODY)
  expect(() => prepareDataFolder(data)).toThrow(/foreign belongs to another user \(65534\), and others may read it/)
  expect(statSync(data).mode & 0o777).toBe(0o755)
  chmodSync(data, 0o700)
  expect(prepareDataFolder(data)).toEqual([])
})

test.skipIf(!process.getuid)('[ST8] files of other names, and what a link leads to, are left alone', () => {
  const data = join(folder, 'own')
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(join(data, 'portico.db'), '')
  writeFileSync(join(data, 'notes.txt'), '')
  chmodSync(join(data, 'portico.db'), 0o644)
  chmodSync(join(data, 'notes.txt'), 0o644)
  symlinkSync(join(data, 'notes.txt'), join(data, 'portico.sock'))
  expect(prepareDataFolder(data)).toEqual([join(data, 'portico.db')])
  expect(statSync(join(data, 'notes.txt')).mode & 0o777).toBe(0o644)
})
