// An operator may have a portrait: a picture that he sends up himself, cut to a square and drawn anew. Who sees his name sees it, at
// an address of its own that never changes what it shows.
import { operatorId, portraitId } from './ids.ts'
import * as s from './schema.ts'

export const portraitsCommand = s.variant('type', [
  // One's own, or as an administrator that of others.
  s.object({ type: s.literal('portrait.remove'), operator: operatorId }),
])

/** POST /api/portrait */
export const newPortrait = s.object({ portrait: portraitId })

export const portraits = {
  command: portraitsCommand,
  parts: {
    /** Of those who have one; it is found at `/portraits/<portrait>`. */
    settings: s.object({ portraits: s.array(s.object({ operator: operatorId, portrait: portraitId })).default([]) }),
  },
}

export type NewPortrait = s.Infer<typeof newPortrait>
export type PortraitsCommand = s.Infer<typeof portraitsCommand>
