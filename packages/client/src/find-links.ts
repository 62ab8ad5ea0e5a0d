import { LinkifyIt } from 'linkify-it'
import { plainHost } from './plain-host.ts'

/** `host`: where it leads, in plain letters, if what was written may be read as another. */
export type Piece = { text: string; url?: string; host?: string }

const SCHEMES = /^(?:https?|mailto):/i
/** Finding links costs time in long texts; nobody follows so many of them. */
const LINKS_MAX = 200
// Characters that turn the order of what is read around: a link with one may say it leads elsewhere.
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** The text in pieces, of which some lead somewhere: to web and mail addresses. Joined again they are the text. */
export function findLinks(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { index, lastIndex, schema, url: found } of (linkify.match(text) ?? []).filter(isMeant).slice(0, LINKS_MAX)) {
    const shown = text.slice(index, lastIndex)
    const url = schema === '' ? found.replace(/^http:/, 'https:') : found
    if (!isSafe(url) || BIDI.test(shown)) continue
    const host = plainHost(hostIn(shown))
    if (index > from) pieces.push({ text: text.slice(from, index) })
    pieces.push({ text: shown, url, ...(host !== undefined && { host }) })
    from = lastIndex
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

const linkify = new LinkifyIt({ fuzzyLink: true }).add('ftp:', null).add('//', null)

/** A sentence that goes on without a space has a point between two words too: `Thanks.it`. */
const isMeant = ({ schema, raw }: { schema: string; raw: string }): boolean => schema !== '' || /^www\./i.test(raw)

/** Of an address as it was written: after the scheme and the name of a user, before the port and the path. */
const hostIn = (shown: string): string => /^(?:[a-z]+:(?:\/\/)?)?(?:[^/?#]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(shown)?.[1] ?? ''

const isSafe = (url: string): boolean => SCHEMES.test(url) && URL.canParse(url)
