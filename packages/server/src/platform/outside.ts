import type { Outbound } from './outbound/outbound.ts'

/** Ways out of the house; undefined where whoever runs it has not opened one. */
export type Outside = {
  /** To addresses that people type. */
  web?: Outbound
  mail: Mail | undefined
  /** What links begin with. */
  links: string | undefined
}

export type Mail = {
  /** Resolves when the other side has taken it over. Throws Unreachable where no connection came about, Refused where it is refused for good. */
  send: (letter: Letter) => Promise<void>
}

/** `id` makes its Message-ID, so that a mail that is sent again is known to be the same. */
export type Letter = { id: string; to: { name: string; address: string }; subject: string; text: string; html: string }
