import { Globe, Inbox, type LucideIcon, SlidersHorizontal, Users } from 'lucide-react'

export type ScreenName = 'inbox' | 'team' | 'channels' | 'settings'

/** The screens of the rail, in order; one line each. */
export const SCREENS: readonly { name: ScreenName; to: '/inbox' | '/team' | '/channels' | '/settings'; icon: LucideIcon }[] = [
  { name: 'inbox', to: '/inbox', icon: Inbox },
  { name: 'team', to: '/team', icon: Users },
  { name: 'channels', to: '/channels', icon: Globe },
  { name: 'settings', to: '/settings', icon: SlidersHorizontal },
]
