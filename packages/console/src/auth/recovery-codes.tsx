import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import styles from './auth-page.module.css'
import { authTexts } from './texts.ts'

/** They are shown here and nowhere again. */
export function RecoveryCodes({ codes, kept }: { codes: readonly string[]; kept: () => void }) {
  const { secondFactor } = useTexts(authTexts)
  return (
    <div className={styles['shown']}>
      <p>{secondFactor.codesText}</p>
      <CopyField
        label={secondFactor.codes}
        text={codes.join('\n')}
        rows={codes.length}
        copy={secondFactor.copy}
        copied={secondFactor.copied}
      />
      <Button onClick={kept}>{secondFactor.kept}</Button>
    </div>
  )
}
