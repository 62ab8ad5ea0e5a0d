import { TriangleAlert } from 'lucide-react'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { contrast, textOn } from '../parts/contrast.ts'
import { Icon } from '../parts/icon.tsx'
import type { Correction } from './changes.ts'
import styles from './channels.module.css'
import { channelsTexts } from './texts.ts'

/** Which shade will be used instead of the wished one, and why. */
export function CorrectionNote({ correction, flip }: { correction: Correction; flip: (text: string) => void }) {
  const { channels } = useTexts(channelsTexts)
  const format = useFormat()
  const { wished, given, reached, ground } = correction
  const darker = contrast(given, '#ffffff') > contrast(wished, '#ffffff')
  return (
    <div className={styles['warn']} role="status">
      <Icon of={TriangleAlert} />
      <p>
        <b>{(darker ? channels.corrected.darker : channels.corrected.lighter)(channels[ground])}</b>{' '}
        {channels.corrected.why(format.ratio(reached), wished, given)}
      </p>
      <button type="button" onClick={() => flip(textOn(wished))}>
        {channels.corrected.flip}
      </button>
    </div>
  )
}
