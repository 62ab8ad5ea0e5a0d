import { copyFile, mkdir, open, readdir, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isCode } from './is-code.ts'

const BEGUN = '.part'

/** Copies what is not there yet. Blobs never change, so what is there is right; what a server removes meanwhile nobody misses. */
export async function copyBlobs(from: string, to: string, copied: (bytes: number) => void): Promise<void> {
  const names = await readdir(from, { recursive: true }).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return []
    throw error
  })
  for (const name of names) {
    const [source, target] = [join(from, name), join(to, name)]
    const found = await statOf(source)
    if (!found?.isFile() || name.endsWith(BEGUN) || (await statOf(target))) continue
    await mkdir(dirname(target), { recursive: true })
    await copyFile(source, target + BEGUN).catch((error: unknown) => {
      if (!isCode(error, 'ENOENT')) throw error
    })
    if (!(await statOf(target + BEGUN))) continue
    await makeDurable(target + BEGUN)
    await rename(target + BEGUN, target)
    copied(found.size)
  }
}

/** A file, or the names in a folder, after a power cut too. */
export async function makeDurable(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const statOf = (path: string) =>
  stat(path).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  })
