import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const POSTGRES = 'postgres://portico:secret@database/portico'
const kept = (env: Record<string, string>) => {
  const { dataFolder, database, file } = readConfig(env)
  return { dataFolder, database, file }
}

test('[ST46] everything is in a file of the data folder, unless DATABASE_URL says where', () => {
  expect(kept({})).toEqual({ dataFolder: resolve('data'), database: undefined, file: resolve('data/portico.db') })
  expect(kept({ DATABASE_URL: '', PORTICO_DATABASE: '', PORTICO_DATA: '/d' })).toMatchObject({ file: '/d/portico.db' })
  expect(kept({ DATABASE_URL: POSTGRES, PORTICO_DATA: '/d' })).toMatchObject({ database: POSTGRES, dataFolder: '/d' })
  expect(kept({ PORTICO_DATABASE: POSTGRES })).toMatchObject({ database: POSTGRES })
  expect(kept({ PORTICO_DATABASE: POSTGRES, DATABASE_URL: POSTGRES })).toMatchObject({ database: POSTGRES })
})

test('[ST46] a file is named by its path, and its folder is the data folder', () => {
  const wanted = { database: undefined, dataFolder: '/srv/chat', file: '/srv/chat/all.db' }
  for (const url of ['sqlite:/srv/chat/all.db', 'sqlite:///srv/chat/all.db', 'file:/srv/chat/all.db', '/srv/chat/all.db'])
    expect(kept({ DATABASE_URL: url })).toEqual(wanted)
  expect(kept({ DATABASE_URL: '/srv/chat/all.db', PORTICO_DATA: '/srv/chat/' })).toEqual(wanted)
  expect(kept({ DATABASE_URL: './chat/all.db' })).toMatchObject({ file: resolve('chat/all.db'), dataFolder: resolve('chat') })
  expect(kept({ DATABASE_URL: 'sqlite:all.db' })).toMatchObject({ file: resolve('all.db') })
})

test('[ST46] two that differ, a file elsewhere and what is no address stop the start, and no password is said', () => {
  const refused = (env: Record<string, string>) => {
    try {
      readConfig(env)
      return undefined
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
  const both = refused({ DATABASE_URL: POSTGRES, PORTICO_DATABASE: `${POSTGRES}2` })
  expect(both).toContain('DATABASE_URL and PORTICO_DATABASE, its other name, name two databases')
  expect(refused({ DATABASE_URL: '/srv/chat/all.db', PORTICO_DATA: '/d' })).toContain('set PORTICO_DATA to /srv/chat')
  const nonsense = [
    'mysql://portico:secret@database/portico',
    'sqlite:',
    'sqlite::memory:',
    'sqlite://rel.db',
    'all.db',
    '/srv/',
    '..',
  ]
  for (const url of [...nonsense, '/srv/portico.lock', '/srv/blobs', 'file:all.db?mode=ro'])
    expect([url, refused({ DATABASE_URL: url })]).toEqual([url, expect.stringContaining('DATABASE_URL is not understood')])
  for (const said of [both, refused({ PORTICO_DATABASE: nonsense[0] ?? '' })]) expect(said).not.toContain('secret')
})
