import type { ChannelOptions } from '@portico/protocol/options'
import type { OperatorId } from '@portico/protocol/ids'
import { findOperator } from '../auth/reads.ts'
import { findChannel } from '../channels/reads.ts'
import type { Tx } from '../platform/db/database.ts'
import { must } from '../platform/must.ts'
import { heldTogether } from '../presence/held-together.ts'
import type { Conversation } from './conversation.ts'
import type { Guise } from './guise.ts'

type Asked = Pick<Conversation, 'id' | 'channel' | 'guises' | 'visitor'>

/** As whom its visitor will know somebody of whom he reads for the first time; null: by his name, or as he knows him already. */
export async function giveGuise(tx: Tx, conversation: Asked, operator: OperatorId): Promise<Guise | null> {
  if (conversation.guises.some((each) => each.operator === operator)) return null
  const { options } = must(await findChannel(tx, conversation.channel))
  const name = maskOf(conversation, options) ?? (await findOperator(tx, operator))?.alias
  if (!name || (await isKnown(tx, conversation, operator))) return null
  return { operator, name: heldTogether(name), isMask: options.operatorNames !== 'own' }
}

/** Numbers count those who have been seen, so that nobody who only looks on leaves a gap. */
function maskOf(
  { guises, visitor }: Pick<Conversation, 'guises' | 'visitor'>,
  { operatorNames, operatorMask }: Pick<ChannelOptions, 'operatorNames' | 'operatorMask'>,
): string | undefined {
  const mask = operatorMask.trim() || (visitor.locale?.startsWith('fr') ? 'Conseiller' : 'Operator')
  switch (operatorNames) {
    case 'own':
      return undefined
    case 'masked':
      return mask
    case 'numbered':
      return `${mask} ${guises.filter(({ isMask }) => isMask).length + 1}`
  }
}

/** Of whom the visitor has read already, before names were masked or he called himself something else. */
async function isKnown(tx: Tx, { id }: Asked, operator: OperatorId): Promise<boolean> {
  const line = await tx
    .selectFrom('line')
    .select('id')
    .where('conversation_id', '=', id)
    .where('author_id', '=', operator)
    .where('audience', '!=', 'operators')
    .limit(1)
    .executeTakeFirst()
  return line !== undefined
}
