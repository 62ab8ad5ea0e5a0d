import type { Emit } from '../portico-api.ts'

let said = ''

export const emit: Emit = (event, detail) => void dispatchEvent(new CustomEvent(`portico:${event}`, { detail }))

/** What does not work is told once to whoever made the page; it is never an error of the page itself. */
export function fail({ message }: Error): void {
  if (message === said) return
  said = message
  console.warn('Portico:', message)
  emit('error', { reason: 'unreachable' })
}
