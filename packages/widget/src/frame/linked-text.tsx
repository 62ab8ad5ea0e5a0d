import type { Piece } from '@portico/client/find-links'
import { useEffect, useState } from 'preact/hooks'

const MAY_HOLD_LINK = /[.:@]\S/

/** A message as it was written, links to be followed; always nodes, never markup. */
export function LinkedText({ text }: { text: string }) {
  const [pieces, setPieces] = useState<readonly Piece[]>([{ text }])
  useEffect(() => {
    if (!MAY_HOLD_LINK.test(text)) return
    void import('@portico/client/find-links').then(({ findLinks }) => setPieces(findLinks(text)))
  }, [text])
  return pieces.map((piece, at) =>
    piece.url ? (
      <a key={at} href={piece.url} target="_blank" rel="noopener noreferrer nofollow">
        {piece.text}
      </a>
    ) : (
      piece.text
    ),
  )
}
