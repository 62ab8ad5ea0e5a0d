import type { Me } from '@portico/protocol/auth'
import type { OperatorId } from '@portico/protocol/ids'
import { createContext, useContext } from 'react'
import { useView } from '../live/use-view.ts'

export const MyIdContext = createContext<OperatorId | undefined>(undefined)

export function useMyId(): OperatorId {
  const id = useContext(MyIdContext)
  if (id === undefined) throw new Error('used before signing in')
  return id
}

/** The operator's own account; undefined until it has arrived. */
export function useMe(): Me | undefined {
  return useView<'operator'>(`operator:${useMyId()}`)?.me
}
