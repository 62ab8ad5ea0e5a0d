import type { Piece } from '@portico/client/find-links'

const MAY_HOLD_LINK = /[.:@]\S/
/** As many lines as a window holds, twice. */
const FOUND_MAX = 2000

let findLinks: ((text: string) => readonly Piece[]) | undefined
const found = new Map<string, readonly Piece[]>()

/** A message as it was written, links to be followed; always nodes, never markup. */
export const LinkedText = ({ text, changed }: { text: string; changed: () => void }) =>
  piecesOf(text, changed).map((piece, at) =>
    piece.url ? (
      <span key={at}>
        <a href={piece.url} target="_blank" rel="noopener noreferrer nofollow">
          {piece.text}
        </a>
        {piece.host && <bdi> ({piece.host})</bdi>}
      </span>
    ) : (
      piece.text
    ),
  )

function piecesOf(text: string, changed: () => void): readonly Piece[] {
  if (MAY_HOLD_LINK.test(text)) {
    if (findLinks) return remembered(text, findLinks)
    fetchFinder().then(changed, unfound)
  }
  return [{ text }]
}

async function fetchFinder(): Promise<void> {
  ;({ findLinks } = await import('@portico/client/find-links'))
}

function remembered(text: string, find: (text: string) => readonly Piece[]): readonly Piece[] {
  const pieces = found.get(text) ?? find(text)
  if (found.size >= FOUND_MAX) found.clear()
  found.set(text, pieces)
  return pieces
}

// The address can be read as it is, and copied.
const unfound = () => {}
