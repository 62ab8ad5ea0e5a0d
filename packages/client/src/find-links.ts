import { LinkifyIt } from 'linkify-it'

export type Piece = { text: string; url?: string }

const SCHEMES = new Set(['http:', 'https:', 'mailto:'])
/** Finding links costs time in long texts; nobody follows so many of them. */
const LINKS_MAX = 200
// Characters that turn the order of what is read around: a link with one may say it leads elsewhere.
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** The text in pieces, of which some lead somewhere: to web and mail addresses. Joined again they are the text. */
export function findLinks(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { index, lastIndex, schema, url: found } of (linkify.match(text) ?? []).slice(0, LINKS_MAX)) {
    const shown = text.slice(index, lastIndex)
    const url = schema === '' ? found.replace(/^http:/, 'https:') : found
    if (!isSafe(url) || BIDI.test(shown)) continue
    if (index > from) pieces.push({ text: text.slice(from, index) })
    pieces.push({ text: shown, url })
    from = lastIndex
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

const linkify = new LinkifyIt({ fuzzyLink: true }).add('ftp:', null).add('//', null)

function isSafe(url: string): boolean {
  return URL.canParse(url) && SCHEMES.has(new URL(url).protocol)
}
