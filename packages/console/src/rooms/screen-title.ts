import { createContext, useContext } from 'react'
import { useTitle } from '../parts/use-title.ts'

export const TitleContext = createContext<(screen: string) => string>((screen) => screen)

/** The title of the tab while a screen is drawn. */
export function useScreenTitle(screen: string): void {
  useTitle(useContext(TitleContext)(screen))
}
