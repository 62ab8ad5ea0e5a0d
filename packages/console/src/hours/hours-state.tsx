import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { hoursTexts } from './texts.ts'

export function HoursState() {
  const { hours: words } = useTexts(hoursTexts)
  const settings = useView<'settings'>('settings')
  if (!settings) return null
  const count = settings.hours?.length ?? 0
  return count === 0 ? words.none : words.count(count)
}
