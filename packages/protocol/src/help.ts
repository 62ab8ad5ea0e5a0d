// How a running conversation stands: in progress, waiting for its visitor, or looking for help. One that looks for help is shown to
// all operators, whatever channels they are in: they may read it, and the first who joins has it. What it is about and what it needs is said
// by labels.
import { channelId, conversationId, labelId, operatorId, visitorId } from './ids.ts'
import { IN_PROGRESS } from './in-progress.ts'
import * as s from './schema.ts'
import type { ViewOf } from './views.ts'

const helpCommand = s.variant('type', [
  s.object({
    type: s.literal('status.set'),
    conversation: conversationId,
    status: s.literal(['in-progress', 'waiting', 'help']),
  }),
  // Refused `taken` where somebody else has come to help already.
  s.object({ type: s.literal('help.join'), conversation: conversationId }),
  s.object({ type: s.literal('conversation.label'), conversation: conversationId, label: labelId }),
  s.object({ type: s.literal('conversation.unlabel'), conversation: conversationId, label: labelId }),
])

const staff = s.object({ id: operatorId, name: s.string() })

/** A message of the visitor's ends the waiting: one beyond `visitorLines`, which is also beyond the line `ordinal`. */
const status = s.variant('state', [
  s.object({ state: s.literal('in-progress') }),
  s.object({ state: s.literal('waiting'), at: s.instant(), ordinal: s.int().min(0), visitorLines: s.int().min(0) }),
  s.object({ state: s.literal('help'), at: s.instant(), by: staff }),
])

/** As much of a conversation that looks for help as all operators may know; who it is with, and the newest words, are of that moment. */
const wanted = s.object({
  conversation: conversationId,
  channel: channelId,
  visitor: s.object({ id: visitorId, name: s.nullable(s.string()), locale: s.nullable(s.string()) }),
  excerpt: s.string(),
  at: s.instant(),
  by: staff,
  labels: s.array(labelId),
})

const helpEvent = s.variant('type', [
  // on settings
  s.object({ type: s.literal('help.wanted'), wanted }),
  s.object({ type: s.literal('help.over'), conversation: conversationId }),
])

const parts = { status: status.default(IN_PROGRESS), labels: s.array(labelId).default([]) }

export const help = {
  command: helpCommand,
  event: helpEvent,
  parts: {
    conversation: s.object(parts),
    row: s.object(parts),
    /** Those that run and look for help, the longest first; of more than the server sends the longest. */
    settings: s.object({ wanted: s.array(wanted).default([]) }),
    /** Conversations that one has come to help in, also of channels that one is not in, by their ids. */
    operator: s.object({ helping: s.array(conversationId).default([]) }),
  },
}

export type Status = s.Infer<typeof status>
export type Wanted = s.Infer<typeof wanted>
export type HelpCommand = s.Infer<typeof helpCommand>
export type HelpEvent = s.Infer<typeof helpEvent>
export type HelpView = Pick<ViewOf['settings'], 'wanted'>
