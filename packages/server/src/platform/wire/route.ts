import type { IncomingMessage } from 'node:http'
import type { Outcome } from '@portico/protocol/outcome'
import type * as s from '@portico/protocol/schema'
import type { Actor, Authority } from '../actor.ts'
import type { Files } from '../blobs/incoming.ts'
import type { AnyCommand } from '../capability.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../db/database.ts'
import type { FillElements } from '../elements.ts'
import type { Answer, AnswerForm, BodyOf } from './answer.ts'
import type { Limit } from './limit-hits.ts'
import type { SharedBucket } from './shared-limits.ts'
import type { Bucket } from './token-bucket.ts'

/** A request over HTTP that is not a frame: a read, or a command whose answer is a cookie or a secret. No logic here. */
export const route = <
  W extends Who,
  A extends AnswerForm,
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
>(
  declared: RouteOf<W, P, Q, B, A>,
): Route => declared

/** With its types forgotten, as whoever serves them all must: each is only ever given what it was declared for. */
export type Route = Omit<RouteOf<Who, Shape, Shape, Shape, AnswerForm>, 'run'> & {
  run: (asked: never) => Promise<Answer>
}

type RouteOf<W extends Who, P extends Shape, Q extends Shape, B extends Shape, A extends AnswerForm> = {
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  who: W
  /** One sentence for whoever reads the document of the API. */
  about: string
  /** Of the names in the path; what they do not fit is not found. */
  params?: P
  /** Of what is asked behind the `?`; without one nothing asked there is looked at. */
  query?: Q
  body?: B
  /** The body is a file, of whatever type, which nobody has read yet: it is `request` itself. */
  upload?: { bytesMax: number }
  answer: A
  /** On every answer of it, refusals too. */
  headers?: Readonly<Record<string, string>>
  rate?: Rate
  run: (asked: Asked<W, P, Q, B>) => Promise<Answer<BodyOf<A>>>
}

type Shape = s.Schema | undefined
type Parsed<S extends Shape> = S extends s.Schema ? s.Infer<S> : undefined

/** How often one person may ask, or one address where nobody knows who asks. */
type Rate = { limit: Limit; burst: number; perMs: number }

export type Asked<
  W extends Who,
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
> = RouteContext & Askers[W] & { params: Parsed<P>; query: Parsed<Q>; body: Parsed<B> }

export type Account = Extract<Actor, { kind: 'operator' }>
type Of<K extends Authority['kind']> = Extract<Authority, { kind: K }>

/** Who may ask at all, and how he is known then; what exactly he may is decided by policy, in the read or the command. */
type Askers = {
  /** Somebody who is signed in is seen as such. */
  anyone: { actor: Account | undefined; authority: Of<'operator'> | undefined; unfinished: Account | undefined }
  /** An operator, or somebody who must finish his account before he is one: he has no authority. */
  account: { account: Account }
  operator: { actor: Account; authority: Of<'operator'> }
  visitor: { actor: Extract<Actor, { kind: 'visitor' }>; authority: Of<'visitor'> }
}
export type Who = keyof Askers

export type RouteContext = {
  reads: Db
  /** Lines or rows of a page, with the parts that other capabilities have in them. */
  fill: FillElements
  /** Undefined where this server keeps none. */
  files: Files | undefined
  clock: Clock
  request: IncomingMessage
  /** What limits count by: the address, or its /64. */
  prefix: string
  /** What links begin with; undefined where nobody has said, and the answer is NO_PUBLIC_URL. */
  links: string | undefined
  /** Whether mails leave this server; where they do not, the answer is NO_MAIL. */
  mails: boolean
  /** Asked by a page of this server, or by no page. */
  isOwnPage: boolean
  /** Of the device that has signed in here before; nothing says whose it is. */
  deviceToken: string | undefined
  /** Whoever forwards this request without being trusted to. */
  untrustedProxy: string | undefined
  send: (command: AnyCommand, as: Actor) => Promise<Outcome>
  /** Each route's own limiter, kept as long as the server runs. */
  limiter: (name: Limit, make: () => Bucket) => Bucket
  /** One that all nodes count together. */
  sharedLimiter: (limit: Limit, rate: { burst: number; perMs: number }) => SharedBucket
  /** Counts a limit that is none of a limiter's. */
  hit: (limit: Limit) => void
}
