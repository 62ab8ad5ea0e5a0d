import type { Messages } from '../messages/messages.ts'
import { duration } from '../messages/duration.ts'

/** Why a request over HTTP came to nothing: no answer at all, or an answer that says no. */
export type Failed =
  | { state: 'unreachable' }
  | { state: 'refused'; status: number; reason: string; detail: string | undefined; afterMs: number | undefined }

export class RequestFailure extends Error {
  readonly failed: Failed
  constructor(failed: Failed) {
    super(failed.state === 'refused' ? `refused with ${failed.status}: ${failed.reason}` : 'the server did not answer')
    this.failed = failed
  }
}

/** What the server has refused it for, if it has. */
export function reasonOf(error: unknown): string | undefined {
  return error instanceof RequestFailure && error.failed.state === 'refused' ? error.failed.reason : undefined
}

/** What people read when a request failed for a reason that its screen does not know better. */
export function failureText(messages: Messages, error: unknown): string {
  if (!(error instanceof RequestFailure)) throw error
  const { failed } = error
  if (failed.state === 'unreachable') return messages.failure.unreachable
  if (failed.status === 429) return messages.failure.tooMany(duration(failed.afterMs ?? 60_000))
  if (failed.status >= 500) return messages.failure.server(failed.status)
  return messages.failure.command(refusalText(messages, failed.reason))
}

export function refusalText(messages: Messages, reason: string): string {
  const texts: Record<string, string> = messages.refusals
  return texts[reason] ?? messages.refusals.error
}
