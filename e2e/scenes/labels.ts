import type { ConversationId, LabelId } from '@portico/protocol/ids'
import type { LabelKind } from '@portico/protocol/labels'
import { newId } from '@portico/protocol/new-id'
import type { Staff } from './staff.ts'
import type { Talk } from './talk.ts'

/** What the shop's people speak and know, and what their conversations are about; Yuto looks for help with his. */
export async function labelTalks({ hanne, yuto, mateus }: Staff, { adaeze, siobhan }: Record<'adaeze' | 'siobhan', Talk>) {
  const make = async (kind: LabelKind, name: string, tint: number): Promise<LabelId> => {
    const label = newId<LabelId>()
    await hanne.send({ type: 'label.make', label, kind, name, tint })
    return label
  }
  const breakage = await make('tag', 'breakage', 3)
  const kiln = await make('tag', 'kiln 12 Nov', 5)
  await make('tag', 'wedding list', 4)
  const glaze = await make('expertise', 'glaze', 1)
  await make('expertise', 'wholesale', 6)
  await hanne.send({ type: 'skills.set', operator: hanne.id, languages: ['da', 'en', 'pt'], expertise: [glaze] })
  await hanne.send({ type: 'skills.set', operator: mateus.id, languages: ['pt', 'es', 'en'], expertise: [] })
  const put = (conversation: ConversationId, label: LabelId) => hanne.send({ type: 'conversation.label', conversation, label })
  for (const label of [breakage, kiln, glaze]) await put(adaeze.id, label)
  await put(siobhan.id, glaze)
  await yuto.send({ type: 'status.set', conversation: siobhan.id, status: 'help' })
}
