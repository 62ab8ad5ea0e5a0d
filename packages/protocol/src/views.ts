// The view of each kind of topic, and of a line and a row in it, composed of the parts that capabilities declare. Where two of
// them declare a part of one name nothing starts. A part with a default may be missing, from a node that does not know it yet.
import * as capabilities from './capabilities.ts'
import { optionsByPart, publicOptions } from './options.ts'
import { putTogether, type Together } from './put-together.ts'
import * as s from './schema.ts'
import type { TopicKind } from './topics.ts'

type Declared = (typeof capabilities)[keyof typeof capabilities]
type PartsOf<K extends Kind> = Declared extends infer C ? (C extends { parts: Record<K, infer P> } ? P : never) : never
type Shape<K extends Kind> = Together<PartsOf<K> extends infer P ? (P extends s.ObjectSchema<infer S> ? S : never) : never>

/** Made of parts: the view of each topic, and what stands in the lists of some. */
export type Kind = TopicKind | 'settings' | 'conversationLine' | 'chatLine' | 'row'

export const conversationLine = s.object(shapeOf('conversationLine'))
export const chatLine = s.object(shapeOf('chatLine'))
export const row = s.object(shapeOf('row'))

export const views = {
  conversation: s.object({ ...shapeOf('conversation'), lines: s.array(conversationLine) }),
  chat: s.object({ ...shapeOf('chat'), lines: s.array(chatLine) }),
  channel: s.object({ ...shapeOf('channel'), options: optionsByPart, rows: s.array(row) }),
  lobby: s.object({ ...shapeOf('lobby'), options: publicOptions }),
  operator: s.object(shapeOf('operator')),
  visitor: s.object(shapeOf('visitor')),
  settings: s.object(shapeOf('settings')),
  aside: s.object(shapeOf('aside')),
}

/** Which of their parts are lists of elements that are made of parts themselves. */
export const LISTS: Partial<Record<TopicKind | 'settings', Record<string, keyof ElementOf>>> = {
  conversation: { lines: 'conversationLine' },
  chat: { lines: 'chatLine' },
  channel: { rows: 'row' },
}

/** As a client holds it: what has a default may be missing, and whoever reads it says what stands there then. */
export type ViewOf = {
  [K in keyof typeof views]: K extends keyof Lists
    ? Omit<s.Held<(typeof views)[K]>, keyof Lists[K]> & Lists[K]
    : s.Held<(typeof views)[K]>
}
type Lists = {
  conversation: { lines: ElementOf['conversationLine'][] }
  chat: { lines: ElementOf['chatLine'][] }
  channel: { rows: ElementOf['row'][] }
}
export type ElementOf = {
  conversationLine: s.Held<typeof conversationLine>
  chatLine: s.Held<typeof chatLine>
  row: s.Held<typeof row>
}

function shapeOf<K extends Kind>(kind: K): Shape<K> {
  return putTogether(kind, capabilities) as Shape<K> // the shapes of the parts, as the type says
}
