import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { configure } from '@portico/testkit/configure'
import { MAIN, operator, type Operator } from '@portico/testkit/person'
import { tokenOf } from '@portico/testkit/site'
import { PASSWORD, type Stage } from '../stage.ts'
import type { WorldClock } from './world-clock.ts'

export const BOUTIQUE = 'boutique' as ChannelId // within an id's alphabet
export const WHOLESALE = 'wholesale' as ChannelId // within an id's alphabet
const BETWEEN_MS = 5000
const ALL = [MAIN, BOUTIQUE, WHOLESALE]
export const CLAY = '#8a3b26'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1'
const EDGE = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0'

export type Staff = { hanne: Operator; mateus: Operator; yuto: Operator }
type Account = { id: OperatorId; cookie: string }

/** The shop's people and channels: Hanne owns it; Hanne, Mateus and Yuto are there, Nomvula has gone home. */
export async function hireStaff(stage: Stage, clock: WorldClock): Promise<Staff> {
  const owner = { name: 'Hanne Sørensen', siteName: 'Barro e Sal', colour: CLAY, token: stage.server.setupToken }
  const hanne = await operator(stage.place, 'Hanne', await enter(stage, '/api/setup', owner))
  await hanne.send({ type: 'channel.create', channel: BOUTIQUE, name: 'Boutique' })
  await hanne.send({ type: 'channel.create', channel: WHOLESALE, name: 'Wholesale' })
  await hanne.send({ type: 'channel.leave', channel: WHOLESALE, operator: hanne.id })
  const to = { kind: 'operator', id: hanne.id } as const
  await hanne.send({ type: 'channel.grant', channel: WHOLESALE, to, level: null })
  await configure(hanne.send, {
    ...stage,
    channel: MAIN,
    changes: { name: 'Shop English', asks: 'name-and-email', bearWithUsAfterMs: 0 },
  })
  await configure(hanne.send, {
    ...stage,
    channel: BOUTIQUE,
    changes: { name: 'Boutique', previewsTyping: true, bearWithUsAfterMs: 0 },
  })
  await clock.pass(BETWEEN_MS)
  const mateus = await hire(stage, hanne, { name: 'Mateus Figueiredo', role: 'administrator', channels: ALL })
  await clock.pass(BETWEEN_MS)
  const yuto = await hire(stage, hanne, { name: 'Yuto Nakamura', channels: ALL })
  await clock.pass(BETWEEN_MS)
  await hire(stage, hanne, { name: 'Nomvula Dlamini', channels: ALL })
  return {
    hanne,
    mateus: await operator(stage.place, 'Mateus', mateus),
    yuto: await operator(stage.place, 'Yuto', yuto),
  }
}

/** Hanne's other devices, so that her sessions are several; the first is the one that browsers use here. */
export async function signInHanne(stage: Stage): Promise<string> {
  for (const device of [IPHONE, EDGE]) await signIn(stage, device)
  return signIn(stage, FIREFOX)
}

export const signIn = async (stage: Stage, device = FIREFOX): Promise<string> =>
  (await enter(stage, '/api/session', { email: emailOf('Hanne'), password: PASSWORD }, device)).cookie

type Hired = { name: string; role?: 'operator' | 'administrator'; channels: readonly ChannelId[] }

/** Somebody new, invited and signed in. */
export async function hire(stage: Stage, by: Operator, { name, role = 'operator', channels }: Hired): Promise<Account> {
  const token = tokenOf(await invite(by, role, channels))
  return enter(stage, '/api/invitations/accept', { name, token })
}

export async function invite(by: Operator, role: string, channels: readonly ChannelId[]): Promise<string> {
  const invited = await by.request('/api/invitations', { method: 'POST', body: { role, channels } })
  const { link } = (await invited.json()) as { link: string } // the route's answer
  return link
}

async function enter(
  stage: Stage,
  path: string,
  body: Record<string, unknown> & { name?: string },
  device = EDGE,
): Promise<Account> {
  const response = await fetch(`${stage.place.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': device },
    body: JSON.stringify({ email: emailOf(body.name ?? ''), password: PASSWORD, ...body }),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  const { operator: id } = (await response.json()) as { operator: OperatorId } // the route's answer
  return { id, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

const emailOf = (name: string): string => `${name.split(' ')[0]?.toLowerCase()}@barroesal.example`
