import type { ConversationId, OperatorId } from '@portico/protocol/ids'
import type { Topic } from '@portico/protocol/topics'
import type { Caller, Cast, VisitorCaller } from '@portico/testkit/cast'
import type { Site } from '@portico/testkit/site'
import { capabilities } from './registry.ts'
import type { AnyCommand } from './platform/capability.ts'
import type { Row } from './testing-table.ts'

/** Who sends it, and whose things it is about: made anew for each command, so that none can reach another's. */
export type Scene = {
  site: Site
  cast: Cast
  name: string
  caller: Caller | undefined
  victor: VisitorCaller
  operator: OperatorId
}
/** What routes and topics are asked for: the conversation is Victor's, in Ann's channel. */
export type Place = { cast: Cast; victor: VisitorCaller; conversation: ConversationId }

/**
 * Who may do what of a capability, one row for each command, route and topic. Victor's is the conversation, Stella is another
 * visitor, Ann a member of its channel, Olaf of another; Ada administers and Root owns the place without being members; Rick was
 * sent away, Sam's session has ended. The server is what reactions and routes act as.
 */
export type Matrix = {
  /** Of nobody, victor, stella, ann, olaf, ada, root, rick, server. */
  commands?: readonly Row[]
  /** Commands that no client may send, of the same but nobody. */
  internal?: readonly Row[]
  /** One command of each of these rows, complete and well formed: whatever is refused is refused for who sends it. */
  scenes?: Record<string, (scene: Scene) => AnyCommand | Promise<AnyCommand>>
  /** What commands of these rows name that exists already, and not because its sender has just made it. */
  named?: Record<string, readonly string[]>
  /** The status for nobody, victor, stella, ann, olaf, ada, root, rick, sam. */
  routes?: readonly Row[]
  /** Where a route is asked that has names in its path, or needs a query. */
  addresses?: Record<string, (place: Place) => string>
  /** A body that fits; `asks` is what everybody says instead, where that one would do something. */
  bodies?: Record<string, { fits?: object; asks?: object }>
  /** Routes that end the session they are asked with. */
  signOut?: readonly string[]
  /** Heard or gone, for victor, stella, ann, olaf, ada, root. */
  topics?: readonly Row[]
  topicOf?: Record<string, (place: Place) => Topic>
  /** Who is heard saying it, of the same. */
  fleeting?: readonly Row[]
}

/** Of all capabilities, in their order. */
export const matrices: readonly (Matrix & { name: string })[] = await Promise.all(
  capabilities.map(async ({ name }) => {
    const { matrix: own } = (await import(`./${name}/matrix.ts`)) as { matrix: Matrix } // as each capability declares it
    return { name, ...own }
  }),
)

/** What all of them say of something, by the label of its row. */
export const merged = <K extends 'scenes' | 'named' | 'addresses' | 'bodies' | 'topicOf'>(of: K): NonNullable<Matrix[K]> =>
  Object.assign({}, ...matrices.map((each) => each[of])) as NonNullable<Matrix[K]> // records of one kind are one record

export const allOf = (of: 'commands' | 'internal' | 'routes' | 'topics' | 'fleeting'): readonly Row[] =>
  matrices.flatMap((each) => each[of] ?? [])
