import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CLOSE } from '@portico/protocol/close-codes'
import type { FleetingSent } from '@portico/protocol/fleeting'
import type { OperatorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { SecurityRow } from '@portico/protocol/security'
import type { Topic } from '@portico/protocol/topics'
import { sweepFiles } from './attachments/sweep.ts'
import { openDoor } from './auth/door.ts'
import { printReset, resetQuestion } from './auth/terminal.ts'
import { capabilities, registry } from './registry.ts'
import { framing } from './channels/framing.ts'
import { serveFrontEnd, type FrontEnd } from './front-end.ts'
import type { Authority } from './platform/actor.ts'
import type { Files } from './platform/blobs/incoming.ts'
import { endQuiet } from './conversations/end-quiet.ts'
import { audiences } from './platform/audiences.ts'
import { listenLocally } from './platform/command-line/local-socket.ts'
import type { Heard } from './platform/bus/bus.ts'
import { every, type Clock } from './platform/clock.ts'
import { watchClock } from './platform/clock-watch.ts'
import { fillElements } from './platform/elements.ts'
import { readEpoch } from './platform/epoch.ts'
import { openDelivering } from './platform/delivering.ts'
import { countJobs } from './platform/jobs/reads.ts'
import type { Network } from './platform/outbound/network.ts'
import { openOutbound } from './platform/outbound/outbound.ts'
import type { Mail } from './platform/outside.ts'
import { findByName, onlyOne, routesOf, type AnyCapability } from './platform/registry.ts'
import { metricsOf } from './platform/metrics.ts'
import { readSecret } from './platform/secrets.ts'
import { snapshotReader } from './platform/snapshots.ts'
import type { TrustedProxies } from './platform/wire/address.ts'
import { admission } from './platform/wire/admission.ts'
import { openNode, type Fault } from './platform/wire/node.ts'
import { eachTurn } from './platform/wire/each-turn.ts'
import { serveFallback } from './platform/wire/fallback.ts'
import { offerSetup } from './offer-setup.ts'
import { openHttp } from './platform/wire/http.ts'
import { openHub } from './platform/wire/hub.ts'
import { openLists } from './platform/wire/lists.ts'
import { origins as originsFor } from './platform/wire/origin.ts'
import { startPositionCheck } from './platform/wire/position-check.ts'
import { watchProxies } from './platform/wire/proxy-watch.ts'
import { serveMetrics } from './platform/wire/serve-metrics.ts'
import { serveSockets } from './platform/wire/socket.ts'
import { openStirring } from './platform/wire/stirring.ts'
import { publishBy } from './platform/wire/publish.ts'
import { openHints } from './platform/wire/hints.ts'
import type { RoutesOptions } from './platform/wire/serve-routes.ts'
import { tellRoom } from './platform/wire/tell-room.ts'
import { alone, type Neighbours, type OpenNeighbours } from './neighbours.ts'
import { keepPresence } from './presence/keeper.ts'
import { tellQueue } from './routing/tell-queue.ts'
import { keepIndexed } from './search/keep-indexed.ts'
import type { Store, StoreOptions } from './store.ts'
import { readSiteName } from './workspace/reads.ts'

const TICK_MS = 1000
const TRIM_MS = 10 * 60_000

export type ServerOptions = {
  openStore: (options: StoreOptions) => Promise<Store>
  /** Without it this node hears of others only by looking. */
  /** The internet, where nobody says otherwise. */
  network?: Network
  openNeighbours?: OpenNeighbours
  clock: Clock
  host: string
  port: number
  trusted: TrustedProxies
  /** PORTICO_URL: the one address by which people reach it, whichever they ask for. */
  publicUrl?: string | undefined
  metricsToken?: string | undefined
  /** How mails leave; undefined where nobody has said. */
  openMail?: ((siteName: () => Promise<string>) => Mail) | undefined
  frontEnd?: FrontEnd | undefined
  /** Where the command line asks it; undefined where the command line may write to the database itself. */
  terminal?: string | undefined
  /** Where files lie that people send; without it they cannot send any. */
  files?: Files | undefined
  onFault: (fault: Fault) => void
  /** What the log of security has just kept, on this node. */
  onSecurity?: (row: SecurityRow) => void
  /** Requests are forwarded by somebody who is not named as a proxy: told once. */
  onUntrustedProxy?: (address: string) => void
  /** A trusted proxy names whom it forwards for in a way that cannot be read: told once. */
  onUnreadableHop?: (written: string) => void
  /** Told once when this node's clock is off from the database's, and once when it is right again. */
  onClock?: (offMs: number, isOff: boolean) => void
  /** Told when other nodes cannot be heard any more, and when they can again. */
  onBus?: (isUp: boolean) => void
  onFatal: (error: unknown) => void
  /** A promise that the database is set up not to keep. */
  onWarning?: (line: string) => void
  /** Told of each answer of a route before it leaves. */
  onAnswer?: RoutesOptions['onAnswer']
}

export type PorticoServer = {
  /** How this machine reaches it. */
  url: string
  store: Store
  /** The token of a one-time link that makes the owner; undefined once there is one. Each start has its own, and all are good. */
  setupToken: string | undefined
  close: () => Promise<void>
}

/** Everything between the store and the network. */
export async function startServer({
  openStore,
  openNeighbours = alone,
  network,
  clock,
  host,
  port,
  trusted,
  publicUrl,
  metricsToken,
  openMail,
  frontEnd,
  terminal,
  files,
  onFault,
  onSecurity = () => {},
  onUntrustedProxy = () => {},
  onUnreadableHop = () => {},
  onClock = () => {},
  onBus = () => {},
  onFatal,
  onWarning = () => {},
  onAnswer,
}: ServerOptions): Promise<PorticoServer> {
  const ownName = newId()
  let closing = false
  // Whatever is under way when the store closes has lost its database: that is no fault.
  const report = (fault: Fault) => {
    if (!closing) onFault(fault)
  }
  // What is committed before it stands is found by the others as they look.
  let neighbours: Neighbours | undefined
  const hub = openHub((topic) => neighbours?.bus.subscribe(topic, (heard) => hear(topic, heard)) ?? (() => {}))
  const publish = publishBy(hub, () => neighbours?.bus)
  const stirring = openStirring(publish, clock)
  const room = tellRoom({ hub, clock, onFault: (error) => report({ what: 'full disk', error }) })
  const announce = eachTurn(({ entries, stirred }) => {
    hub.deliver(entries)
    neighbours?.bus.announce(entries)
    stirring.say(stirred)
  })
  const store = await openStore({
    registry,
    at: clock.now(),
    onFault: report,
    onFatal,
    onWarning,
    onRoom: room.found,
    onCommitted: (committed) => {
      announce(committed)
      committed.security.forEach(onSecurity)
    },
  })
  const { road, reads } = store
  const hints = openHints({ hub, reads, clock, onFault: (error) => report({ what: 'hints', error }) })
  const hear = (topic: Topic, heard: Heard) => {
    if (heard.state === 'moved') hints.hear(topic, heard.position)
    else if (node.attendance.heard(topic, heard.fleeting)) hub.fleet(topic, heard.fleeting)
  }
  const epoch = await readEpoch(reads)
  neighbours = await openNeighbours({ node: ownName, epoch, clock, shared: store.shared, onBus })
  const listed: readonly AnyCapability[] = capabilities
  const delivers = findByName(listed.map(({ deliver }) => deliver))
  const delivering = openDelivering({
    road,
    reads,
    clock,
    outside: {
      web: openOutbound({ clock, ...(network && { network }) }),
      mail: openMail?.(() => readSiteName(reads)),
      links: publicUrl,
    },
    delivers,
    onFault: report,
  })
  const keeper = keepPresence({ node: ownName, isShared: store.shared !== undefined, road, reads, clock, onFault: report })
  const node = openNode({
    clock,
    epoch,
    hub,
    name: ownName,
    bus: neighbours.bus,
    members: neighbours.members,
    publish,
    reads,
    shared: store.shared,
    challengeKey: await readSecret(reads, 'challenges'),
    road,
    readSnapshot: snapshotReader(reads, listed),
    fill: fillElements(listed),
    lists: openLists({ reads, hub, capabilities: listed }),
    audiences: audiences(reads, listed),
    recognise: registry.recognise,
    countsAs: findByName(listed.map(({ limits }) => limits)),
    attended: onlyOne(listed.flatMap(({ attended }) => attended ?? [])),
    relays: async (authority: Authority, sent: FleetingSent) =>
      (await Promise.all(listed.map(async ({ relay }) => (await relay?.(reads, authority, sent)) ?? []))).flat(),
    onFault: report,
    onActed: (operator) => keeper.acted(operator as OperatorId), // as below
    onOperator: (operator, connected) => (connected ? keeper.appeared : keeper.left)(operator as OperatorId), // the id of an operator's session
  })
  const origins = originsFor({ trusted, publicUrl })
  const door = openDoor({ reads, road, clock, isSecure: origins.isSecure })
  const clockWatch = watchClock({ clock, reads, onClock, onFault: report })
  await clockWatch.check()
  const admit = admission({ node, door, trusted })
  const proxies = watchProxies({ trusted, onUntrustedProxy, onUnreadableHop })
  const routes = await routesOf(listed)
  const mails = openMail !== undefined
  const app = await openHttp({ node, door, trusted, origins, routes, mails, files, onAnswer, watchProxies: proxies })
  serveFallback({ app, node, door, admit, trusted })
  serveMetrics({
    app,
    metrics: metricsOf({ ...node, clockOffMs: clockWatch.offMs, jobs: () => countJobs(reads, clock.now()) }),
    token: metricsToken,
  })
  await serveFrontEnd({ app, origins, framing: framing(reads), frontEnd })
  await app.ready()
  const server: Server = app.server
  const sockets = serveSockets({ server, node, admit, trusted, origins, watchProxies: proxies })
  const setupToken = await offerSetup({ reads, road, at: clock.now() })
  await road.tick(clock.now())
  const stops = [
    every({ clock, ms: TICK_MS, onFault: (error) => report({ what: 'tick', error }) }, () => road.tick(clock.now())),
    every({ clock, ms: TRIM_MS, onFault: (error) => report({ what: 'trim', error }) }, async () => {
      await road.trim(clock.now())
      await node.sharedLimits.trim()
    }),
    every({ clock, ms: TICK_MS, onFault: (error) => report({ what: 'deliveries', error }) }, () => delivering.tick(clock.now())),
    delivering.close,
    room.close,
    files ? sweepFiles({ road, reads, clock, blobs: files.blobs, onFault: report }) : () => {},
    startPositionCheck(node),
    tellQueue({ road, reads, hub, members: neighbours.members, clock, onFault: report }),
    keepIndexed({ road, reads, clock, onFault: report }),
    endQuiet({ road, reads, members: neighbours.members, clock, onFault: report }),
    clockWatch.stop,
  ]
  const close = async () => {
    for (const stop of stops) stop()
    for (const session of node.sessions()) session.close({ code: CLOSE.shutdown, reason: 'shutdown' })
    stirring.close()
    node.attendance.close()
    keeper.close()
    sockets.close()
    await app.close()
    closing = true
    hints.close()
    await neighbours?.close()
    await store.close()
  }
  try {
    await app.listen({ host, port })
  } catch (error) {
    await close()
    throw error
  }
  const { port: bound } = server.address() as AddressInfo // it listens on a port
  const url = `http://localhost:${bound}`
  if (terminal !== undefined) await listenToTerminal(terminal)

  /** A folder that holds no sockets, or whose name is too long for one, keeps no server from starting. */
  async function listenToTerminal(path: string): Promise<void> {
    const given = { reads, road, now: clock.now, links: publicUrl ?? url }
    const answer = (question: unknown) => printReset(given, resetQuestion.parse(question))
    try {
      stops.push(await listenLocally({ path, answer, onFault: (error) => report({ what: 'command line', error }) }))
    } catch (error) {
      onWarning(`the command line cannot ask this server (${String(error)}): to reset a password, stop it first`)
    }
  }

  return {
    url,
    store,
    setupToken,
    close,
  }
}
