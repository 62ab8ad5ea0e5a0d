import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { teamTexts } from './texts.ts'

export function TeamState() {
  const { team } = useTexts(teamTexts)
  const colleagues = useView<'settings'>('settings')?.colleagues
  return colleagues ? team.count(colleagues.length) : null
}
