import { Unreachable, Refused } from '../deliveries.ts'
import type { Letter, Mail } from '../outside.ts'
import { isMailAddress } from './mail-address.ts'

const CONNECT_MS = 5000
const GREETING_MS = 5000
/** Below the time that one try of a delivery has. */
const SILENCE_MS = 15_000

/** Before these are done there is no connection over which a mail could be refused. */
const CONNECTING = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH)/

export type Smtp = { host: string; port: number; secure: boolean; user: string | undefined; password: string; from: string }

/** Hands mails to one server, each over a connection of its own. */
export function smtpMail(smtp: Smtp, siteName: () => Promise<string>): Mail {
  const { from } = smtp
  let opened: ReturnType<typeof openTransport> | undefined

  return {
    send: async (letter) => {
      if (!isMailAddress(letter.to.address)) throw new Refused('the address is none')
      try {
        await (await (opened ??= openTransport(smtp))).sendMail(mailOf(letter, { from, siteName: await siteName() }))
      } catch (error) {
        throw faultOfMail(error)
      }
    },
  }
}

/** Connects and signs in as for a mail, and sends none; throws what the server, or the way to it, says. */
export async function askMailServer(smtp: Smtp): Promise<void> {
  const transport = await openTransport(smtp)
  try {
    await transport.verify()
  } finally {
    transport.close()
  }
}

/** The library is loaded with the first. */
async function openTransport({ host, port, secure, user, password }: Smtp) {
  const { createTransport } = await import('nodemailer')
  return createTransport({
    host,
    port,
    secure,
    // A password is never said in the clear, except to this machine itself.
    requireTLS: !secure && user !== undefined && !isLoopback(host),
    ...(user !== undefined && { auth: { user, pass: password } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: GREETING_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

function mailOf({ id, to, subject, text, html }: Letter, { from, siteName }: { from: string; siteName: string }) {
  return {
    from: { name: oneLine(siteName), address: from },
    to: { name: oneLine(to.name), address: to.address },
    subject: oneLine(subject),
    text,
    html,
    messageId: `<${id}@${from.slice(from.indexOf('@') + 1)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

const NAME_LENGTH_MAX = 200

/** Names are people's own words: whatever would begin a new line, or turn the direction of writing, is a space. */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .slice(0, NAME_LENGTH_MAX)

function faultOfMail(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { command, code, responseCode } = error as Error & { command?: string; code?: string; responseCode?: number } // as nodemailer says
  if (code === 'EDNS' || code === 'ECONNECTION' || (command !== undefined && CONNECTING.test(command)))
    return new Unreachable(error)
  return responseCode !== undefined && responseCode >= 500 ? new Refused(error.message) : error
}

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host)
