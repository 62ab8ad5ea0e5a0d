import { FileDown } from 'lucide-react'
import { useTexts } from '../messages/language-context.tsx'
import { MenuEntry } from '../parts/menu-entry.tsx'
import { address } from '../requests/address.ts'
import type { ViewProps } from '../rooms/room.ts'
import { transcriptsTexts } from './texts.ts'

/** In the language and by the clock of whoever reads it here. */
export function DownloadEntry({ view: { id } }: ViewProps) {
  const { download } = useTexts(transcriptsTexts)
  const save = () => {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
    const asked = new URLSearchParams({ locale: document.documentElement.lang, zone })
    const link = document.createElement('a')
    link.href = address(`/api/conversations/${id}/transcript?${asked.toString()}`)
    link.download = ''
    link.click()
  }
  return (
    <MenuEntry icon={FileDown} run={save}>
      {download}
    </MenuEntry>
  )
}
