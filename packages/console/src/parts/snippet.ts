import type { ChannelId } from '@portico/protocol/ids'

/** The one line that puts the chat on a page. Ids hold letters, digits, - and _ only, so nothing needs escaping. */
export const snippet = (origin: string, channel: ChannelId): string =>
  `<script async src="${origin}/portico.js" data-channel="${channel}"></script>`
