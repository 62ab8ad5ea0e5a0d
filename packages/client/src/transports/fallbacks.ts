// What carries frames where no socket opens. Few networks need it, so it comes when it is needed: a page pays for each byte.
import type { OpenTransport } from '../transport.ts'
import { openPoll } from './poll.ts'
import { openStream } from './stream.ts'

export const fallbacks: Record<'stream' | 'poll', OpenTransport> = { stream: openStream, poll: openPoll }
