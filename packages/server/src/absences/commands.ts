import { findConversation } from '../conversations/reads.ts'
import { refuse } from '../platform/capability.ts'
import { internal } from '../platform/internal.ts'
import { readStaffing } from '../presence/reads.ts'
import type { Absences } from './index.ts'
import { isMailed, readAbsent, readMailsOn } from './reads.ts'
import { HOUR_MS, toBeTold } from './told.ts'

export const commands: Absences['commands'] = {
  'absence-mails.set': async (tx, { on }, { actor }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    return (await readMailsOn(tx, actor.id)) === on ? [] : [{ type: 'absence-mails.set', operator: actor.id, on }]
  },
  'absence.mail': internal(async (tx, { conversation: id }, { now }) => {
    const conversation = await findConversation(tx, id)
    if (conversation?.phase.state !== 'requested' || (await isMailed(tx, id))) return []
    if ((await readStaffing(tx, conversation.channel)).staffed) return []
    const operators = toBeTold(await readAbsent(tx, { channel: conversation.channel, since: now() - HOUR_MS }), now())
    return operators.length === 0 ? [] : [{ type: 'absence.mailed', conversation: id, operators, at: now() }]
  }),
}
