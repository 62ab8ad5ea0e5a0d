import { createContext, useContext } from 'react'

/** The visitor’s side beside the operator’s; only where the window has room for both. */
export type Dock = { docked: boolean; possible: boolean; open: () => void; close: () => void }

export const DockContext = createContext<Dock>({ docked: false, possible: false, open: () => {}, close: () => {} })

export const useDock = (): Dock => useContext(DockContext)
