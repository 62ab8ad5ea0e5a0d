import type { IncomingMessage } from 'node:http'

const DEVICE_LENGTH_MAX = 300

/** How a browser calls itself: what somebody sent, so printable characters of it alone. */
export const deviceOf = ({ headers }: IncomingMessage): string =>
  (headers['user-agent'] ?? '').replaceAll(/[^\x20-\x7e]/g, '').slice(0, DEVICE_LENGTH_MAX)
