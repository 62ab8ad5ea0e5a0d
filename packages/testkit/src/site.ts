import { join } from 'node:path'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { SecurityRow } from '@portico/protocol/security'
import { diskBlobs } from '@portico/server/platform/blobs/disk-blobs'
import { openIncoming } from '@portico/server/platform/blobs/incoming'
import { registry } from '@portico/server/registry'
import { snapshotReader } from '@portico/server/platform/snapshots'
import { parseProxies } from '@portico/server/platform/wire/address'
import type { Limit } from '@portico/server/platform/wire/limit-hits'
import { startServer, type PorticoServer, type ServerOptions } from '@portico/server/server'
import { expect } from 'vitest'
import { makeAccount, PASSWORD, succeed, type Account } from './account.ts'
import { answerFault } from './answer-fault.ts'
import { handClock, type HandClock } from './clock.ts'
import type { TestDatabase } from './test-database.ts'
import { MAIN, operator, visitor, type Operator, type Person, type Place, type Visitor } from './person.ts'
import { verify } from './verify.ts'

export const METRICS_TOKEN = 'metrics-of-a-test-site'

type SiteOptions = { trusted?: string } & Pick<
  ServerOptions,
  | 'files'
  | 'frontEnd'
  | 'network'
  | 'openMail'
  | 'terminal'
  | 'openNeighbours'
  | 'onUntrustedProxy'
  | 'onUnreadableHop'
  | 'publicUrl'
>

export type Site = {
  url: string
  clock: HandClock
  server: PorticoServer
  database: TestDatabase
  people: Set<Person>
  faults: { what: string; error: unknown }[]
  /** What the log of security has kept, as it was told to the operating person. */
  security: SecurityRow[]
  /** The same database under a new server, as after a restart; who is connected reconnects by himself. */
  verify: () => Promise<void>
  close: () => Promise<void>
}

/** Root owns the place. Ann and Bob answer on the website, Olaf in another channel; visitors come as they like. */
export type StaffedSite = Site & {
  owner: Account
  root: Operator
  ann: Operator
  bob: Operator
  olaf: Operator
  visit: (name: string) => Promise<Visitor>
}

/** The real server on a random port, with nobody in it. It believes the test to be a proxy that names people's addresses. */
export async function openSite(database: TestDatabase, { trusted = '127.0.0.1', ...more }: SiteOptions = {}): Promise<Site> {
  const clock = handClock()
  const faults: Site['faults'] = []
  const undeclared: Error[] = []
  const security: SecurityRow[] = []
  const folder = database.environment['PORTICO_DATA'] ?? ''
  const server = await startServer({
    openStore: database.open,
    clock,
    host: '127.0.0.1',
    port: 0,
    trusted: parseProxies(trusted),
    metricsToken: METRICS_TOKEN,
    files: {
      blobs: diskBlobs(join(folder, 'blobs')),
      incoming: await openIncoming({ folder: join(folder, 'incoming'), clock }),
    },
    ...more,
    onSecurity: (row) => security.push(row),
    onFault: (fault) => faults.push(fault),
    onFatal: (error) => faults.push({ what: 'fatal', error }),
    onAnswer: (route, answer) => {
      const error = answerFault(route, answer)
      if (error) undeclared.push(error)
    },
  })
  const people = new Set<Person>()
  const readSnapshot = snapshotReader(server.store.reads, registry.capabilities)
  return {
    url: server.url.replace('localhost', '127.0.0.1'),
    clock,
    server,
    database,
    people,
    faults,
    security,
    verify: () => verify({ people, readSnapshot }),
    close: async () => {
      for (const person of people) person.leave()
      await server.close()
      await database.drop()
      if (undeclared.length > 0) throw new AggregateError(undeclared, 'answers that no route declares')
    },
  }
}

export async function openStaffedSite(database: TestDatabase, options: SiteOptions = {}): Promise<StaffedSite> {
  const site = await openSite(database, options)
  const owner = await makeAccount(site, { name: 'Root', role: 'owner', channels: [MAIN] })
  await succeed(site, { type: 'site.rename', name: 'Barro e Sal' })
  await succeed(site, { type: 'channel.paint', channel: MAIN, colour: '#8a3b26' })
  await succeed(site, { type: 'channel.create', channel: OTHER, name: 'Wholesale' }, owner.actor)
  const hire = async (name: string, channel: ChannelId) =>
    operator(site, name, await makeAccount(site, { name, role: 'operator', channels: [channel], by: owner }))
  return {
    ...site,
    owner,
    root: await operator(site, 'Root', owner),
    ann: await hire('Ann', MAIN),
    bob: await hire('Bob', MAIN),
    olaf: await hire('Olaf', OTHER),
    visit: (name) => visitor(site, name),
  }
}

export type Reached = (limit: Limit) => Promise<number>

/** Tells how often a limit has been reached from now on, as /metrics has it. */
export async function watchLimits(site: Pick<Place, 'url'>): Promise<Reached> {
  const before = await readMetrics(site)
  const hits = (limit: Limit, metrics: string) =>
    Number(new RegExp(`^portico_limited_total\\{limit="${limit}"\\} (\\d+)$`, 'm').exec(metrics)?.[1])
  return async (limit) => hits(limit, await readMetrics(site)) - hits(limit, before)
}

export const readMetrics = async ({ url }: Pick<Place, 'url'>): Promise<string> =>
  (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } })).text()

/** Closes it, and complains of whatever the server complained of. */
export async function closeSound(site: Site): Promise<void> {
  await site.close()
  if (site.faults.length > 0)
    throw new AggregateError(
      site.faults.map(({ error }) => error),
      site.faults.map(({ what }) => what).join(', '),
    )
}

export const OTHER = 'other' as ChannelId // within an id's alphabet

export async function makeOwner(site: Place, setupToken: string | undefined): Promise<Operator> {
  const body = {
    name: 'Root',
    email: 'root@example.org',
    password: PASSWORD,
    token: setupToken,
    siteName: 'Barro e Sal',
    colour: '#8a3b26',
  }
  return operator(site, 'Root', await signedIn(await post(site, '/api/setup', body)))
}

export async function invite(
  site: Place,
  by: Operator,
  { name, channels, role = 'operator' }: { name: string; channels: string[]; role?: string },
): Promise<Operator> {
  const invitation = await by.request('/api/invitations', { method: 'POST', body: { role, channels } })
  const { link } = (await invitation.json()) as { link: string } // the route's answer
  const token = tokenOf(link)
  const account = { name, email: `${name.toLowerCase()}@example.org`, password: PASSWORD, token }
  return operator(site, name, await signedIn(await post(site, '/api/invitations/accept', account)))
}

/** Of a link of setup or invitation. */
export const tokenOf = (link: string): string => new URL(link).hash.replace('#token=', '')

export const post = (
  site: Pick<Place, 'url'>,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${site.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

export async function signedIn(response: Response): Promise<{ id: OperatorId; cookie: string }> {
  expect(response.status, await response.clone().text()).toBe(200)
  const { operator: id } = (await response.json()) as { operator: OperatorId } // the route's answer
  return { id, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}
