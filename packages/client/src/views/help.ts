import type { Wanted } from '@portico/protocol/help'
import type { Steps } from './applier.ts'
import { upsert } from './upsert.ts'

export const helpSteps = {
  settings: {
    'help.wanted': (view, { wanted }) => ({ ...view, wanted: upsert(view.wanted ?? [], wanted, longestFirst) }),
    'help.over': (view, { conversation }) => ({
      ...view,
      wanted: (view.wanted ?? []).filter((each) => each.conversation !== conversation),
    }),
  },
} satisfies Steps

const longestFirst = {
  key: (wanted: Wanted) => wanted.conversation,
  before: (a: Wanted, b: Wanted) => a.at < b.at || (a.at === b.at && a.conversation < b.conversation),
}
