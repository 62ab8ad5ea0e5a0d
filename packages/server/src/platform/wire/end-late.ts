import type { IncomingMessage } from 'node:http'

/** Cuts a request off whose body has not come in time. Node's own limit is one for all, and files take longer than frames. */
export function endLate(request: IncomingMessage, ms: number): void {
  const { headers, socket } = request
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return
  const timer = setTimeout(() => {
    if (!request.complete) socket.destroy()
  }, ms).unref()
  for (const event of ['end', 'close'] as const) request.once(event, () => clearTimeout(timer))
}
