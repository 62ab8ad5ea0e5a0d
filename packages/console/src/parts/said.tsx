import { findLinks } from '@portico/client/find-links'
import { Fragment } from 'react'
import { splitQuoted } from './quoted.ts'
import styles from './said.module.css'

/** What somebody wrote: text nodes and links, never markup; what it quotes first. Line breaks are kept by the style of what stands around it. */
export function Said({ text }: { text: string }) {
  const { quote, rest } = splitQuoted(text)
  if (quote === '') return <Linked text={text} />
  return (
    <>
      <blockquote className={styles['quote']} dir="auto">
        <Linked text={quote} />
      </blockquote>
      <Linked text={rest} />
    </>
  )
}

function Linked({ text }: { text: string }) {
  return findLinks(text).map((piece, index) =>
    piece.url ? (
      <Fragment key={index}>
        <a href={piece.url} target="_blank" rel="noopener noreferrer nofollow ugc">
          {piece.text}
        </a>
        {piece.host && <bdi> ({piece.host})</bdi>}
      </Fragment>
    ) : (
      <Fragment key={index}>{piece.text}</Fragment>
    ),
  )
}
