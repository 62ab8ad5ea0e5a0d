import { X } from 'lucide-react'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { address } from '../requests/address.ts'
import { useDock } from './dock-context.ts'
import styles from './preview-dock.module.css'
import { welcomeTexts } from './texts.ts'

/** A shop with the chat open in it, beside the inbox: the one who sets up is visitor and operator at once. */
export function PreviewDock() {
  const { welcome } = useTexts(welcomeTexts)
  const { close } = useDock()
  return (
    <aside className={styles['dock']} aria-label={welcome.visitorSide}>
      <header>
        <h2>{welcome.visitorSide}</h2>
        <Button look="icon" onClick={close} aria-label={welcome.closeDock}>
          <Icon of={X} />
        </Button>
      </header>
      <iframe src={address('/preview?docked')} title={welcome.visitorSide} />
    </aside>
  )
}
