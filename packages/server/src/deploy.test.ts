// The files in deploy/ name what is there: variables of config.ts, files of the repository, services of each other.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readConfig, VARIABLES } from './config.ts'

const ROOT = join(import.meta.dirname, '../../..')
const DEPLOY = join(ROOT, 'deploy')

type Service = {
  build?: { context: string; dockerfile: string }
  environment?: Record<string, string>
  depends_on?: readonly string[] | Record<string, object>
  networks?: readonly string[] | Record<string, object>
  volumes?: readonly string[]
}
type Compose = { services: Record<string, Service>; volumes?: Record<string, unknown>; networks?: Record<string, unknown> }

const read = (name: string) => readFileSync(join(DEPLOY, name), 'utf8')
const FILES = ['compose.yaml', 'compose.cluster.yaml'].map((file) => ({
  ...(parse(read(file), { merge: true }) as Compose), // as Compose has it
  file,
}))

test('[ND50] each service that is built sets what the server knows, and the server starts with it', () => {
  const set = FILES.flatMap(({ services }) => Object.values(services).filter(({ build }) => build))
  expect(set).toHaveLength(1 + 3)
  for (const { environment = {} } of set) {
    expect(Object.keys(environment).filter((name) => !(name in VARIABLES))).toEqual([])
    expect(() => readConfig(asInterpolated(environment))).not.toThrow()
  }
})

test('[ND50] the nodes of the cluster share one database and one Redis, and differ in nothing', () => {
  const nodes = Object.values(must('compose.cluster.yaml').services).filter(({ build }) => build)
  expect(new Set(nodes.map((node) => JSON.stringify(node))).size).toBe(1)
  const { DATABASE_URL = '', REDIS_URL = '' } = nodes[0]?.environment ?? {}
  const { services } = must('compose.cluster.yaml')
  expect(Object.keys(services)).toContain(new URL(REDIS_URL).hostname)
  expect(Object.keys(services)).toContain(/@([\w-]+)\//.exec(DATABASE_URL)?.[1])
  for (const [name, { build }] of Object.entries(services)) if (build) expect(read('Caddyfile')).toContain(`${name}:4400`)
})

test('[ND50] what a service names is there: files, volumes, networks and other services', () => {
  for (const { file, services, volumes = {}, networks = {} } of FILES) {
    for (const service of Object.values(services)) {
      if (service.build) expect(existsSync(join(DEPLOY, service.build.context, service.build.dockerfile))).toBe(true)
      for (const other of namesOf(service.depends_on))
        expect([file, Object.keys(services)]).toEqual([file, expect.arrayContaining([other])])
      for (const network of namesOf(service.networks)) expect([file, network in networks]).toEqual([file, true])
      for (const [from = ''] of (service.volumes ?? []).map((volume) => volume.split(':')))
        expect([file, from, from.startsWith('.') ? existsSync(join(DEPLOY, from)) : from in volumes]).toEqual([file, from, true])
    }
  }
})

test('[ND50] the Dockerfile copies what is there, and runs the server by its name', () => {
  const dockerfile = read('Dockerfile')
  const copied = [...dockerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, paths = '']) => paths.split(' '))
  expect(copied.length).toBeGreaterThan(4)
  expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  const listed = read('Dockerfile.dockerignore')
  expect(copied.map((path) => normalize(path)).filter((path) => !listed.includes(`!${path}`))).toEqual([])
  const [, built = ''] = /^CMD \["node", .*"(.+)"\]$/m.exec(dockerfile) ?? []
  const main = built.replace('/dist/', '/src/').replace(/\.js$/, '.ts')
  expect(main).not.toBe(built)
  expect(existsSync(join(ROOT, main))).toBe(true)
  for (const [, name = ''] of dockerfile.matchAll(/\b(PORTICO_\w+)=/g)) expect(Object.keys(VARIABLES)).toContain(name)
  expect(existsSync(join(ROOT, dirname(main), 'config.ts'))).toBe(true)
})

const must = (name: string) => {
  const found = FILES.find(({ file }) => file === name)
  if (!found) throw new Error(`there is no ${name}`)
  return found
}
const namesOf = (named: Service['depends_on']) => (Array.isArray(named) ? (named as readonly string[]) : Object.keys(named ?? {})) // a list or a map, as Compose allows

/** As Compose fills in what stands in .env. */
const asInterpolated = (environment: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value.replaceAll(/\$\{(\w+)[^}]*\}/g, (_, of: string) => ENV[of] ?? ''),
    ]),
  )
const ENV: Record<string, string> = { DOMAIN: 'chat.example.org', POSTGRES_PASSWORD: 'secret', PORTICO_URL: '' }
