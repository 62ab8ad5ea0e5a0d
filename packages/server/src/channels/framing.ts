import { channelId } from '@portico/protocol/ids'
import * as s from '@portico/protocol/schema'
import type { Db } from '../platform/db/database.ts'
import { findChannel } from './reads.ts'
import { frameAncestors } from './site.ts'

/** Who may hold the frame of a channel, for its policy: undefined lets every page. A frame of no channel is for nobody else. */
export const framing =
  (reads: Db) =>
  async (id: unknown): Promise<string | undefined> => {
    const asked = s.safeParse(channelId, id)
    const channel = asked.success ? await findChannel(reads, asked.data) : undefined
    return channel ? frameAncestors(channel.options.sites) : "'self'"
  }
