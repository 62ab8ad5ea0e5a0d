import type { Colleague } from '@portico/protocol/auth'
import type { ConversationView } from '@portico/protocol/conversations'
import type { Label } from '@portico/protocol/labels'
import type { Level } from '@portico/protocol/level-order'
import type { SettingsView } from '@portico/protocol/workspace'
import { foundBy, wordsAsked, wordsOf } from '@portico/protocol/words-of'
import { levelHeld } from '../permissions/level-held.ts'
import { presenceState, type PresenceState } from '../presence/presence-state.ts'

/** `hindrance`: why he cannot be asked at the moment; undefined: he can. */
export type Candidate = {
  id: Colleague['id']
  name: string
  level: Level
  state: PresenceState
  hindrance: 'in' | 'asked' | 'unreachable' | undefined
  /** What of the conversation's needs he knows, and all that he knows, by their names. */
  fits: number
  knows: readonly string[]
}

type Asked = { settings: SettingsView; labels: readonly Label[]; words: string; now: number }
type View = Pick<ConversationView, 'channel' | 'phase' | 'observers' | 'invited'> & { labels?: readonly string[] | undefined }

const REACHABLE: readonly PresenceState[] = ['active', 'away']

/** Colleagues with a level in its channel: who can come first, and of these who knows what it needs. */
export function candidates(view: View, { settings, labels, words, now }: Asked): readonly Candidate[] {
  const asked = wordsAsked(words)
  const granted = { grants: settings.grants ?? [], teams: settings.teams ?? [] }
  return settings.colleagues
    .flatMap((colleague): Candidate[] => {
      const { level } = levelHeld(colleague, view.channel, granted)
      if (!level) return []
      const own = (settings.skills ?? []).find(({ operator }) => operator === colleague.id)?.expertise ?? []
      const knows = labels.filter(({ id }) => own.includes(id)).map(({ name }) => name)
      const state = presenceState(
        settings.presences.find(({ operator }) => operator === colleague.id),
        now,
      )
      const fits = own.filter((id) => view.labels?.includes(id)).length
      return [
        { id: colleague.id, name: colleague.name, level, state, hindrance: hindranceOf(view, colleague, state), fits, knows },
      ]
    })
    .filter(({ name, knows }) => foundBy(wordsOf([name, ...knows].join(' ')), asked))
    .toSorted(
      (one, other) =>
        Number(one.hindrance !== undefined) - Number(other.hindrance !== undefined) ||
        other.fits - one.fits ||
        (one.name < other.name ? -1 : 1),
    )
}

function hindranceOf(
  { phase, observers = [], invited = [] }: View,
  { id }: Colleague,
  state: PresenceState,
): Candidate['hindrance'] {
  const within = phase.state === 'active' ? phase.operators : []
  if ([...within, ...observers].some((each) => each.id === id)) return 'in'
  if (invited.some(({ operator }) => operator.id === id)) return 'asked'
  return REACHABLE.includes(state) ? undefined : 'unreachable'
}
