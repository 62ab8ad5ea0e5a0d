import type { Page } from '@portico/protocol/conversations'
import { isWebAddress, pagePath } from '../conversations/page-path.ts'
import { useTexts } from '../messages/language-context.tsx'
import styles from './context-pane.module.css'
import { panelTexts } from './texts.ts'

/** The page the visitor wrote from; a link only where it is a web address. */
export function PageFact({ page }: { page: Page | null }) {
  const { context } = useTexts(panelTexts)
  if (!page) return <p className="faint">{context.noPage}</p>
  const path = <bdi>{pagePath(page.url)}</bdi>
  return (
    <p className={styles['page']}>
      {page.title && <b dir="auto">{page.title}</b>}
      {isWebAddress(page.url) ? (
        <a href={page.url} target="_blank" rel="noopener noreferrer nofollow" title={page.url}>
          {path}
        </a>
      ) : (
        path
      )}
    </p>
  )
}
