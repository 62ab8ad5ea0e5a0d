import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { median } from './load/percentile.ts'
import { measured, type Bench } from './measure.ts'
import { residentBytesOfChild } from './server/resident.ts'
import { startProcess } from './server/server-process.ts'
import { temporaryFolder } from './server/temporary-folder.ts'

const ROUNDS = 5
const IDLE_MS = 5000
const MIB = 1024 * 1024
const START = fileURLToPath(import.meta.resolve('../scripts/start.mjs'))

export const run: Bench = async ({ progress, signal }) => {
  const times: number[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    times.push(await timeToPage(signal))
    progress(`round ${round} of ${ROUNDS}: ${Math.round(times.at(-1) ?? 0)} ms`)
  }
  return [
    measured({
      measure: 'from npm start, all installed and built, to the first page',
      unit: 'ms',
      value: median(times),
      limit: { of: 'value', atMost: 2000 },
      note: 'on an empty data folder; what npm itself needs to run a script is not in it',
    }),
    measured({
      measure: 'resident memory of the idle server',
      unit: 'MiB',
      value: (await idleBytes(signal)) / MIB,
      limit: { of: 'value', atMost: 150 },
    }),
  ]
}

async function timeToPage(signal: AbortSignal): Promise<number> {
  const folder = temporaryFolder()
  try {
    const startedAt = performance.now()
    const server = await npmStart(folder.path, signal)
    try {
      const page = await fetch(`http://127.0.0.1:${server.port}/`)
      const text = await page.text()
      if (!page.ok || !text.includes('<html'))
        throw new Error(`the first page was answered ${page.status}; is the console built?`)
      return performance.now() - startedAt
    } finally {
      await server.stop()
    }
  } finally {
    folder.remove()
  }
}

async function idleBytes(signal: AbortSignal): Promise<number> {
  const folder = temporaryFolder()
  const server = await npmStart(folder.path, signal)
  try {
    await (await fetch(`http://127.0.0.1:${server.port}/`)).text()
    await setTimeout(IDLE_MS, undefined, { signal })
    return await residentBytesOfChild(server.pid)
  } finally {
    await server.stop()
    folder.remove()
  }
}

const npmStart = (folder: string, signal: AbortSignal) =>
  startProcess({ command: [process.execPath, START], env: { PORTICO_DATA: folder, PORT: '0' }, signal })
