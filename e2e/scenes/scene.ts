import type { Page } from 'playwright-core'
import type { Stage } from '../stage.ts'
import type { House } from './house.ts'

/** A page in a state, and what keeps it there until stopped. */
export type Shown = { page: Page; stop?: () => void }

/** One state of one screen: of an installation that has just been made, or of a house that people live in. */
export type Scene = { name: string } & (
  | { house: 'fresh'; show: (house: Stage) => Promise<Shown> }
  | { house: 'lived'; show: (house: House) => Promise<Shown> }
)
