import { createContext, useContext, useEffect, useRef } from 'react'
import { type Actions, openActions } from './actions.ts'

export const ActionsContext = createContext<Actions>(openActions())

export const useActions = (): Actions => useContext(ActionsContext)

/** While this component is drawn and `run` is given, the action means this. */
export function useAction(name: string, run: (() => void) | undefined): void {
  const actions = useActions()
  const newest = useRef(run)
  useEffect(() => {
    newest.current = run
  })
  const possible = run !== undefined
  useEffect(() => (possible ? actions.provide(name, () => newest.current?.()) : undefined), [actions, name, possible])
}
