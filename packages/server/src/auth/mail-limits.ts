import { createHash } from 'node:crypto'

/** Mails about accounts, so that nobody's letter box is filled by a press of a button, and no mail server is annoyed. */
export const MAILS_PER_ADDRESS_AND_HOUR = 3
export const MAILS_PER_HOUR = 50
export const HOUR_MS = 60 * 60 * 1000

/** How long to wait before one more may be sent; `sent` are the instants of the last hour. */
export function mailWaitMs(sent: { toAddress: readonly number[]; inAll: readonly number[] }, at: number): number {
  return Math.max(waitOf(sent.toAddress, MAILS_PER_ADDRESS_AND_HOUR, at), waitOf(sent.inAll, MAILS_PER_HOUR, at))
}

function waitOf(instants: readonly number[], max: number, at: number): number {
  const oldest = instants.toSorted((a, b) => b - a)[max - 1]
  return oldest === undefined ? 0 : Math.max(0, oldest + HOUR_MS - at)
}

/** Counted by: nothing that is kept for an hour need be an address. */
export const recipientOf = (address: string): string =>
  createHash('sha256').update(address.toLowerCase()).digest('base64url').slice(0, 22)
