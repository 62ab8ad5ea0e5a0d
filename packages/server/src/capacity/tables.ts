import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { Migration } from '../platform/capability.ts'

/** Instead of a channel: a key has no null. No channel is called so. */
export const IN_ALL = '' as ChannelId // no id is empty

declare module '../platform/db/database.ts' {
  interface Tables {
    /** Of his own: what is not here is as the channel says, or without a limit. */
    operator_limit: { operator_id: OperatorId; channel_id: ChannelId; at_once: number }
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-26-operator-limits',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('operator_limit')
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('channel_id', 'text', (c) => c.notNull())
        .addColumn('at_once', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('operator_limit_pk', ['operator_id', 'channel_id'])
        .execute()
    },
  },
]
