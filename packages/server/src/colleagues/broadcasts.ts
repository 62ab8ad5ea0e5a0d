import type { Shown } from '../platform/capability.ts'
import { setParts } from '../platform/set-parts.ts'
import type { ColleagueEvent } from './events.ts'
import type { Colleagues } from './index.ts'

export const broadcasts: Colleagues['broadcasts'] = {
  'colleague.invited': ({ invitation, operator, invited }) => [
    ...setParts(`conversation:${invitation.conversation}`, { invited: [...invited] }),
    [`operator:${operator.id}`, { type: 'invitation.received', invitation }],
  ],
  'colleague.joined': over,
  'colleague.uninvited': over,
}

function over({ invitation: { conversation }, operator, invited }: ColleagueEvent): readonly Shown[] {
  return [
    ...setParts(`conversation:${conversation}`, { invited: [...invited] }),
    [`operator:${operator.id}`, { type: 'invitation.over', conversation }],
  ]
}
