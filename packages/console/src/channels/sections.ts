/** The parts of a channel's settings, in order. */
export const CHANNEL_SECTIONS = ['general', 'appearance', 'introduction', 'members', 'sites', 'snippet'] as const

export type ChannelSection = (typeof CHANNEL_SECTIONS)[number]

export const isChannelSection = (value: unknown): value is ChannelSection => CHANNEL_SECTIONS.some((section) => section === value)
