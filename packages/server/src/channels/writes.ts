import type { ChannelId, OperatorId, TeamId } from '@portico/protocol/ids'
import type { Tx } from '../platform/db/database.ts'
import type { Channels } from './index.ts'
import type { GrantRow } from './tables.ts'

export const writes: Channels['writes'] = {
  'channel.created': async (tx, { channel, name, by, at }) => {
    await tx.insertInto('channel').values({ id: channel, name, created_at: at, archived_at: null }).execute()
    const body = JSON.stringify({ name })
    await tx.insertInto('channel_part').values({ channel_id: channel, part: 'channels', version: 1, body, by, at }).execute()
  },
  'channel.configured': async (tx, { channel, part, version, by, at, options, renamed }) => {
    // What was before stays: the rows of a part are its history.
    const body = JSON.stringify(options[part])
    await tx.insertInto('channel_part').values({ channel_id: channel, part, version, body, by, at }).execute()
    if (renamed !== null) await tx.updateTable('channel').set({ name: renamed }).where('id', '=', channel).execute()
  },
  'channel.archived': async (tx, { channel, at }) => {
    await tx.updateTable('channel').set({ archived_at: at }).where('id', '=', channel).execute()
  },
  'channel.restored': async (tx, { channel }) => {
    await tx.updateTable('channel').set({ archived_at: null }).where('id', '=', channel).execute()
  },
  'channel.joined': async (tx, { channel, operator, at }) => {
    await tx.insertInto('channel_member').values({ channel_id: channel, operator_id: operator, joined_at: at }).execute()
    await tx.deleteFrom('channel_leaving').where('channel_id', '=', channel).where('operator_id', '=', operator).execute()
  },
  'channel.left': async (tx, { channel, operator, by, at }) => {
    await endMembership(tx, { channel, operator })
    await tx
      .insertInto('channel_leaving')
      .values({ channel_id: channel, operator_id: operator, by, at })
      .onConflict((oc) => oc.columns(['channel_id', 'operator_id']).doUpdateSet({ by, at }))
      .execute()
  },
  'memberships.told': async (tx, { operator, ended }) => {
    for (const channel of ended) await endMembership(tx, { channel, operator })
  },
  'channel.granted': async (tx, { channel, to, level, by, at }) => {
    const holder = { channel_id: channel, holder_kind: to.kind, holder_id: to.id }
    if (level === null) return takeBack(tx, holder)
    await tx
      .insertInto('channel_grant')
      .values({ ...holder, level, by, at })
      .onConflict((oc) => oc.columns(['channel_id', 'holder_kind', 'holder_id']).doUpdateSet({ level, by, at }))
      .execute()
  },
  'level.shifted': async () => {},
  'team.made': async (tx, { team: { id, name }, at }) => {
    await tx.insertInto('team').values({ id, name, made_at: at }).execute()
  },
  'team.renamed': async (tx, { team: { id, name } }) => {
    await tx.updateTable('team').set({ name }).where('id', '=', id).execute()
  },
  'team.removed': async (tx, { team: { id } }) => {
    await tx.deleteFrom('channel_grant').where('holder_kind', '=', 'team').where('holder_id', '=', id).execute()
    await tx.deleteFrom('team_member').where('team_id', '=', id).execute()
    await tx.deleteFrom('team').where('id', '=', id).execute()
  },
  'team.joined': async (tx, { team, operator, at }) => {
    await tx.insertInto('team_member').values({ team_id: team.id, operator_id: operator, at }).execute()
  },
  'team.left': async (tx, { team, operator }) => dropMember(tx, { team: team.id, operator }),
  'lobby.renamed': async () => {},
  'lobby.switched': async () => {},
}

async function endMembership(tx: Tx, { channel, operator }: { channel: ChannelId; operator: OperatorId }): Promise<void> {
  await tx.deleteFrom('channel_member').where('channel_id', '=', channel).where('operator_id', '=', operator).execute()
}

async function dropMember(tx: Tx, { team, operator }: { team: TeamId; operator: OperatorId }): Promise<void> {
  await tx.deleteFrom('team_member').where('team_id', '=', team).where('operator_id', '=', operator).execute()
}

async function takeBack(
  tx: Tx,
  { channel_id, holder_kind, holder_id }: Pick<GrantRow, 'channel_id' | 'holder_kind' | 'holder_id'>,
): Promise<void> {
  await tx
    .deleteFrom('channel_grant')
    .where('channel_id', '=', channel_id)
    .where('holder_kind', '=', holder_kind)
    .where('holder_id', '=', holder_id)
    .execute()
}
