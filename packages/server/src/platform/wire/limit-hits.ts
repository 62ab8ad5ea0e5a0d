import { tally, type Tally } from './tally.ts'

/** What a limit of docs/protocol.md is called where its hits are counted. */
export const LIMITS = [
  'accounts',
  'bad-frames',
  'body-bytes',
  'catch-up',
  'commands',
  'commands-waiting',
  'connections-at-once',
  'connections-begun',
  'connections-idle',
  'connections-of-address',
  'connections-of-person',
  'connections-without-hello',
  'connects',
  'conversations',
  'drafts',
  'exports',
  'file-bytes',
  'frame-bytes',
  'frames-of-address',
  'frames-of-connection',
  'frames-of-operator',
  'frames-of-visitor',
  'frames-unread',
  'hello-late',
  'identify',
  'look-ups',
  'messages',
  'new-visitors',
  'no-progress',
  'node-queue',
  'passwords-at-once',
  'pong-late',
  'requests-held',
  'searches',
  'send-queue',
  'sign-in',
  'sign-in-of-account',
  'sign-in-of-address',
  'transcripts',
  'typing',
  'unsent-files',
  'uploads',
  'uploads-at-once',
  'waits-noted',
  'watched',
] as const

export type Limit = (typeof LIMITS)[number]

/** How often each limit has been reached on this node. */
export type LimitHits = { hit: (limit: Limit) => void; of: Tally['of'] }

export function openLimitHits(): LimitHits {
  const hits = tally()
  return { hit: (limit) => void hits.add(limit), of: hits.of }
}
