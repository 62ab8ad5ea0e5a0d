import { LifeBuoy } from 'lucide-react'
import { useActions } from '../actions/use-action.ts'
import { useTexts } from '../messages/language-context.tsx'
import { MenuEntry } from '../parts/menu-entry.tsx'
import type { ViewProps } from '../rooms/room.ts'
import { statusOfView } from './status-of.ts'
import { helpTexts } from './texts.ts'

export function HelpEntry({ view }: ViewProps) {
  const { status } = useTexts(helpTexts)
  const actions = useActions()
  const current = statusOfView(view)
  return (
    <MenuEntry icon={LifeBuoy} why={current ? undefined : status.notRunning} run={() => void actions.run('help')}>
      {current === 'help' ? status.noHelp : status.help}
    </MenuEntry>
  )
}
