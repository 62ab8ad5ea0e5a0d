import { MESSAGE_CODE_POINTS_MAX } from '@portico/protocol/limits'
import { saysNothing } from '@portico/protocol/says-nothing'

type Sendable = { fault: undefined; text: string } | { fault: 'empty' } | { fault: 'too-long'; count: number; max: number }

/** The text as it can be stored, or why it cannot be sent: said before it is tried. */
export function sendable(written: string, max: number = MESSAGE_CODE_POINTS_MAX): Sendable {
  const text = storable(written).trim()
  if (saysNothing(text)) return { fault: 'empty' }
  const count = Array.from(text).length
  return count > max ? { fault: 'too-long', count, max } : { fault: undefined, text }
}

/** For facts that nobody typed, such as the page's title: cut rather than refused. */
export const cut = (text: string, max: number): string => Array.from(storable(text)).slice(0, max).join('')

// What no database stores, and what no UTF-8 has.
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed()
