import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { printReset, resetAnswer, type ResetAnswer, type ResetQuestion } from './auth/terminal.ts'
import type { Config } from './config.ts'
import { prepareDataFolder } from './data-folder.ts'
import { CannotStart } from './platform/cannot-start.ts'
import { askLocally } from './platform/command-line/local-socket.ts'
import { DATA_FILES } from './platform/data-files.ts'
import { FolderInUse } from './platform/db/folder-lock.ts'
import { registry } from './registry.ts'
import { openStoreHere } from './store.ts'

type Asked = { config: Config; email: string; clears: ResetQuestion['clears']; now: () => number }

/**
 * Has one link made for a new password, and answers it. A file belongs to the server that runs, which is asked; a database that
 * several write to, and a file that nobody has, are opened here.
 */
export async function resetPassword({ config, email, clears, now }: Asked): Promise<Extract<ResetAnswer, { state: 'made' }>> {
  const question: ResetQuestion = { ask: 'reset-password', email, clears }
  const here = () => inOwnStore(config, question, now)
  const answer = config.database === undefined ? await byServerOr(here, config.dataFolder, question) : await here()
  switch (answer.state) {
    case 'made':
      return answer
    case 'unknown':
      throw new CannotStart(`there is no account with the e-mail address ${email}`)
    case 'withdrawn':
      throw new CannotStart(`the account ${email} has been withdrawn: an owner invites its person anew`)
    case 'refused':
      throw new CannotStart(`no link could be made (${answer.refused}); look at the log of the server, and try again`)
  }
}

async function byServerOr(here: () => Promise<ResetAnswer>, folder: string, question: ResetQuestion): Promise<ResetAnswer> {
  const path = join(folder, DATA_FILES.socket)
  const said = await askLocally(path, question)
  if (said) return resetAnswer.parse(said.answer)
  try {
    return await here()
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    // It was about to start.
    const later = await askLocally(path, question)
    if (later) return resetAnswer.parse(later.answer)
    throw error
  }
}

async function inOwnStore({ dataFolder, database, file, ...config }: Config, question: ResetQuestion, now: () => number) {
  if (database === undefined && existsSync(file)) prepareDataFolder(dataFolder)
  const kept = database === undefined ? { file } : { url: database }
  const store = await openStoreHere(kept, registry)
  try {
    const links = config.publicUrl ?? `http://localhost:${config.port}`
    return await printReset({ ...store, now, links }, question)
  } finally {
    await store.close()
  }
}
