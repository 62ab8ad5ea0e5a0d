import type { Me, Start } from '@portico/protocol/auth'
import type { Right } from '@portico/protocol/rights'
import type { ChannelView } from '@portico/protocol/channels'
import type { ChannelOptions } from '@portico/protocol/options'
import type { ConversationView } from '@portico/protocol/conversations'
import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Texts } from '../messages/open-texts.ts'
import type { Language } from '../preferences/languages.ts'

/** How something is called where the room it leads to has not been loaded yet. */
export type Name = Record<Language, string>

/** What a room draws is loaded when somebody goes there. */
export type Load<Props = object> = () => Promise<ComponentType<Props>>

export type Screen = {
  path: string
  load: Load
  /** What of an address’s search the screen takes. */
  search?: (search: Record<string, unknown>) => Record<string, unknown>
  children?: readonly Screen[]
}

/** A screen outside: for whoever is not signed in, or not wholly. `leads`: where one goes instead. */
export type Entrance = Screen & { leads?: (start: Start) => string | undefined }

/** Where one goes by the rail, and on a phone by the bar. */
export type Place = { to: string; name: Name; icon: LucideIcon; group: 'work' | 'numbers' | 'foot'; badge?: Load }

/** Where the table of contents stands, and below it the page of each setting. */
export const SETTINGS_PATH = '/settings'

export const SETTING_GROUPS = ['you', 'workspace', 'people', 'answering', 'connections', 'data'] as const

/** An entry of the settings and the page behind it, at /settings/<path>. */
export type Setting = Screen & {
  group: (typeof SETTING_GROUPS)[number]
  name: Name
  icon: LucideIcon
  /** How it stands at present, in a few words. */
  state?: Load
  allowed?: (me: Me, may: (right: Right) => boolean) => boolean
}

export type SectionProps = { channel: ChannelView; disabled: boolean }
/** A tab of a channel’s settings, named in its address by `key`. */
export type ChannelSection = { key: string; name: Name; load: Load<SectionProps>; aside?: Aside }
/** What stands beside a tab in place of the preview, with these options; below it where there is no room. */
type Aside = { shownWith: (options: ChannelOptions) => boolean; load: Load<SectionProps> }

export type PaletteItem = {
  id: string
  label: string
  hint: string | undefined
  key: string | undefined
  icon: LucideIcon
  run: () => void
  /** Somebody: drawn by his initials instead of an icon. */
  person?: { id: string; name: string | null }
  /** An address, said beside the name; it is found by its words too. */
  address?: string | null
  /** Found by something else than these words, which need not fit. */
  isFound?: boolean
  /** Words said there, with those marked that were asked for. */
  said?: { text: string; marks: readonly { from: number; to: number }[] }
}
export type PaletteGroup = 'conversations' | 'said' | 'people' | 'screens' | 'actions'
/** A hook: what can be reached by name at the moment, and by what is typed. */
export type UsePaletteItems = (typed: string) => readonly PaletteItem[]
type PaletteSource = { group: PaletteGroup; load: () => Promise<UsePaletteItems> }

/** Something that keys and palette can ask for; `letter` is its key while nobody types, `word` what one types after a `/`. */
export type Key = { action: string; name: Name; letter?: string; word?: Name }

export type ViewProps = { view: ConversationView }

/** What one part of the console has; router, rail, palette, settings and panels are made from these. */
export type Room = {
  /** Loaded with its screens. */
  texts?: readonly Texts<unknown>[]
  entrances?: readonly Entrance[]
  screens?: readonly Screen[]
  /** Addresses of before; what is `$named` in both is kept. */
  moved?: readonly { from: string; to: string }[]
  places?: readonly Place[]
  settings?: readonly Setting[]
  channelSections?: readonly ChannelSection[]
  conversationMenu?: readonly Load<ViewProps>[]
  contextBlocks?: readonly Load<ViewProps>[]
  palette?: readonly PaletteSource[]
  keys?: readonly Key[]
}
