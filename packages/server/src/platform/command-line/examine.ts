import { existsSync } from 'node:fs'
import { examineFolder } from './examine-folder.ts'
import { fault, ok, warn, type Finding } from './finding.ts'

const NODE_MIN = [22, 19]
/** Whoever is asked over a network answers within so long, or not at all. */
const ASKING_MS_MAX = 20_000

type Examined = {
  dataFolder: string
  database: string | undefined
  file: string
  publicUrl: string | undefined
  trusted: readonly unknown[]
}
/** What stands behind a setting, asked whether it does what it is for; a throw is its fault. */
type Asked = { what: string; remedy: string; ask: () => Promise<readonly Finding[]> }

/** Looks, beside a server that runs or without one, and changes nothing. */
export async function examine(config: Examined, asked: readonly Asked[]): Promise<readonly Finding[]> {
  return [node(), ...folder(config), ...(await Promise.all(asked.map(answerOf))).flat(), ...address(config)]
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [least = 0, leastMinor = 0] = NODE_MIN
  if (major > least || (major === least && minor >= leastMinor)) return ok(`Node ${process.versions.node}`)
  return fault(`Node ${process.versions.node} is too old`, `install Node ${NODE_MIN.join('.')} or newer`)
}

function folder({ dataFolder, database, file }: Examined): readonly Finding[] {
  if (existsSync(dataFolder)) return examineFolder(dataFolder, database === undefined ? file : undefined)
  const remedy = 'it is made at the first start; or set PORTICO_DATA'
  return [
    database === undefined
      ? fault(`there is no database, and no data folder ${dataFolder}`, remedy)
      : warn(`there is no data folder ${dataFolder}`, remedy),
  ]
}

async function answerOf({ what, remedy, ask }: Asked): Promise<readonly Finding[]> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${ASKING_MS_MAX / 1000} s`)), ASKING_MS_MAX)
  try {
    return await Promise.race([ask(), late.promise])
  } catch (error) {
    return [fault(`${what} (${wordsOf(error)})`, remedy)]
  } finally {
    clearTimeout(timer)
  }
}

/** Of what was at the bottom of it. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause !== undefined) return wordsOf(error.cause)
  return error.message || ('code' in error ? String(error.code) : error.name)
}

function address({ publicUrl, trusted }: Examined): readonly Finding[] {
  if (publicUrl === undefined)
    return [warn('PORTICO_URL is not set', 'set it to the address by which people reach it, such as https://chat.example.org')]
  if (!publicUrl.startsWith('https:')) return [warn(`${publicUrl} is not encrypted`, 'terminate TLS in front of it')]
  if (trusted.length === 0) return [warn('no proxy is trusted', 'name the one that terminates TLS in PORTICO_TRUSTED_PROXIES')]
  return [ok(`people reach it at ${publicUrl}`)]
}
