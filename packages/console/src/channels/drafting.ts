import type { ChannelOptions } from '@portico/protocol/options'
import { createContext, useContext } from 'react'
import type { Faults } from '../forms/draft.ts'

/** The options as drafted over all sections, a way to change them, and where they cannot go live. */
type Drafting = {
  draft: ChannelOptions
  change: (change: Partial<ChannelOptions>) => void
  faults: Faults<ChannelOptions>
}

export const DraftingContext = createContext<Drafting | undefined>(undefined)

export function useDrafting(): Drafting {
  const drafting = useContext(DraftingContext)
  if (!drafting) throw new Error('used outside of a channel’s form')
  return drafting
}
