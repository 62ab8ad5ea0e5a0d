import { type ReactNode, useMemo } from 'react'
import { useView } from '../live/use-view.ts'
import { PortraitsContext } from '../parts/portraits-context.ts'
import { address } from '../requests/address.ts'

export function PortraitsProvider({ children }: { children: ReactNode }) {
  const known = useView<'settings'>('settings')?.portraits
  const portraits = useMemo(
    () => new Map((known ?? []).map(({ operator, portrait }) => [operator, address(`/portraits/${portrait}`)])),
    [known],
  )
  return <PortraitsContext value={portraits}>{children}</PortraitsContext>
}
