import type { ChannelOptions } from '@portico/protocol/options'
import { createContext, useContext } from 'react'
import type { Faults } from '../forms/draft.ts'

/** What the preview shows instead of a channel where nobody is: how it stands at a moment that a tab has chosen. */
export type Standing = { state: 'open' } | { state: 'closed'; title: string; text: string }

/** The options as drafted over all sections, a way to change them, and where they cannot go live. */
type Drafting = {
  draft: ChannelOptions
  change: (change: Partial<ChannelOptions>) => void
  faults: Faults<ChannelOptions>
  show: (standing: Standing | undefined) => void
}

export const DraftingContext = createContext<Drafting | undefined>(undefined)

export function useDrafting(): Drafting {
  const drafting = useContext(DraftingContext)
  if (!drafting) throw new Error('used outside of a channel’s form')
  return drafting
}
