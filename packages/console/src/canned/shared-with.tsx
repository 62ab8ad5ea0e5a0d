import type { CannedSharedWith } from '@portico/protocol/canned'
import { useView } from '../live/use-view.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { cannedTexts } from './texts.ts'

/** Who has one, in words. */
export function SharedWith({ sharedWith }: { sharedWith: CannedSharedWith }) {
  const { canned } = useTexts(cannedTexts)
  const format = useFormat()
  const channels = useView<'settings'>('settings')?.channels ?? []
  if (sharedWith.kind !== 'channels') return canned.sharing[sharedWith.kind]
  const names = channels.flatMap(({ id, name }) => (sharedWith.channels.includes(id) ? [name] : []))
  return <bdi>{format.list(names)}</bdi>
}
