import type { Whisper } from '@portico/protocol/whispers'
import type { Steps } from './applier.ts'
import { upsert } from './upsert.ts'

export const whisperSteps = {
  aside: {
    'whisper.added': (view, { whisper }) => ({ ...view, whispers: upsert(view.whispers ?? [], whisper, asSaid) }),
  },
} satisfies Steps

const asSaid = {
  key: (whisper: Whisper) => whisper.id,
  before: (a: Whisper, b: Whisper) =>
    a.after < b.after || (a.after === b.after && (a.at < b.at || (a.at === b.at && a.id < b.id))),
}
