import { useLanguage, useTexts } from '../messages/language-context.tsx'
import type { ViewProps } from '../rooms/room.ts'
import styles from './context-pane.module.css'
import { Block, Fact, Facts } from './facts.tsx'
import { panelTexts } from './texts.ts'

/** What his browser said. */
export function VisitorBlock({ view: { visitor } }: ViewProps) {
  const { context } = useTexts(panelTexts)
  const language = useLanguage()
  return (
    <Block>
      <Facts>
        <Fact name={context.language}>{visitor.locale === null ? null : languageName(visitor.locale, language)}</Fact>
        {visitor.analyticsId !== null && (
          <Fact name={context.analytics}>
            <code className={styles['code']}>{visitor.analyticsId}</code>
          </Fact>
        )}
      </Facts>
    </Block>
  )
}

/** What a language is called in the reader's language; a tag that is none is shown as it came. */
function languageName(tag: string, reader: string): string {
  try {
    return new Intl.DisplayNames(reader || 'en', { type: 'language' }).of(tag) ?? tag
  } catch {
    // Visitors may send any text as their language.
    return tag
  }
}
