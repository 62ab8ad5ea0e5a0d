import { createContext } from 'react'

/** Puts words before the answer that one writes; undefined where nobody writes. */
export const QuoteContext = createContext<((text: string) => void) | undefined>(undefined)
