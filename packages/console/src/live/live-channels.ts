import type { SettingsView } from '@portico/protocol/workspace'

/** Those that can be chosen: what is archived leaves every list but that of the channels themselves. */
export const liveChannels = (settings: SettingsView | undefined): SettingsView['channels'] =>
  (settings?.channels ?? []).filter(({ archivedAt }) => (archivedAt ?? null) === null)
