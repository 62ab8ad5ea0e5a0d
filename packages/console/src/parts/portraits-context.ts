import { createContext } from 'react'

/** Where the pictures of those are who have one, by their ids. */
export const PortraitsContext = createContext<ReadonlyMap<string, string>>(new Map())
