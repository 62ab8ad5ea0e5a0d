import { useTheme } from '../preferences/use-theme.ts'

/** Stands above everything, so that the sign-in page has the chosen theme too. */
export function Theme() {
  useTheme()
  return null
}
