import { findLinks } from '@portico/client/find-links'
import { Fragment } from 'react'

/** What somebody wrote: text nodes and links, never markup. Line breaks are kept by the style of what stands around it. */
export function Said({ text }: { text: string }) {
  return findLinks(text).map((piece, index) =>
    piece.url ? (
      <a key={index} href={piece.url} target="_blank" rel="noopener noreferrer nofollow ugc">
        {piece.text}
      </a>
    ) : (
      <Fragment key={index}>{piece.text}</Fragment>
    ),
  )
}
