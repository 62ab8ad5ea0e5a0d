import type { ChannelOptions } from '@portico/protocol/options'

/** After so long without anybody a request of this channel goes to another; null: it waits on. */
export const untakenMsOf = ({ untaken, untakenTo, untakenMs }: ChannelOptions): number | null =>
  untaken === 'moves' && untakenTo !== null ? untakenMs : null
