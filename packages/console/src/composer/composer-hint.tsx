import { useTexts } from '../messages/language-context.tsx'
import { composerTexts } from './texts.ts'
import styles from './composer.module.css'
import type { Box } from '../conversations/sending.ts'

/** Who reads what one writes here, and as whom. */
export function ComposerHint({ box, joins, name }: { box: Box; joins: boolean; name: string }) {
  const { composer } = useTexts(composerTexts)
  const text = box === 'note' ? composer.neverSeen : joins ? composer.joins : composer.answeringAs(name)
  return <span className={styles['hint']}>{text}</span>
}
