import { useTexts } from '../messages/language-context.tsx'
import { cannedTexts } from './texts.ts'
import { useCanned } from './use-canned.ts'

export function CannedState() {
  const { canned } = useTexts(cannedTexts)
  const all = useCanned()
  return all ? canned.count(all.length) : null
}
