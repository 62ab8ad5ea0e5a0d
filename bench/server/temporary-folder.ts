import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export type TemporaryFolder = { path: string; remove: () => void }

// In the repository's own folder and not in the system's temporary one, which may be memory: there an fsync costs nothing.
export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(import.meta.dirname, '../../node_modules/.bench-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
