import type { LabelId } from '@portico/protocol/ids'
import { useView } from '../live/use-view.ts'

/** The names of those who know it, and work here. */
export function useKnownBy(label: LabelId): readonly string[] {
  const settings = useView<'settings'>('settings')
  const known = new Set(
    (settings?.skills ?? []).filter(({ expertise }) => expertise.includes(label)).map(({ operator }) => operator),
  )
  return (settings?.colleagues ?? []).filter(({ id }) => known.has(id)).map(({ name }) => name)
}
