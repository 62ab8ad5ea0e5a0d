import type { Right } from '@portico/protocol/rights'
import { useView } from '../live/use-view.ts'
import { useMe } from './me-context.tsx'

/** Which rights one's role has; owners have all. */
export function useMay(): (right: Right) => boolean {
  const me = useMe()
  const rights = useView<'settings'>('settings')?.rights ?? []
  return (right) =>
    me !== undefined && (me.role === 'owner' || rights.some((held) => held.role === me.role && held.right === right))
}
