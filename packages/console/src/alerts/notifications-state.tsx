import { useTexts } from '../messages/language-context.tsx'
import { usePreferences } from '../preferences/use-preferences.ts'
import { alertsTexts } from './texts.ts'

export function NotificationsState() {
  const { alerts } = useTexts(alertsTexts)
  return usePreferences().sound ? alerts.soundOn : alerts.soundOff
}
