import type { Invitation } from '@portico/protocol/colleagues'
import type { Sitting } from '@portico/protocol/seats'
import type { Steps } from './applier.ts'
import { upsert } from './upsert.ts'

export const colleagueSteps = {
  operator: {
    'sitting.began': (view, { sitting }) => ({ ...view, sittings: upsert(view.sittings ?? [], sitting, byConversation) }),
    'sitting.ended': (view, { conversation }) => ({
      ...view,
      sittings: (view.sittings ?? []).filter((each) => each.conversation !== conversation),
    }),
    'invitation.received': (view, { invitation }) => ({
      ...view,
      invitations: upsert(view.invitations ?? [], invitation, oldestFirst),
    }),
    'invitation.over': (view, { conversation }) => ({
      ...view,
      invitations: (view.invitations ?? []).filter((each) => each.conversation !== conversation),
    }),
  },
} satisfies Steps

const byConversation = {
  key: (sitting: Sitting) => sitting.conversation,
  before: (a: Sitting, b: Sitting) => a.conversation < b.conversation,
}
const oldestFirst = {
  key: (invitation: Invitation) => invitation.conversation,
  before: (a: Invitation, b: Invitation) => a.at < b.at || (a.at === b.at && a.conversation < b.conversation),
}
