import { readCountry } from '../visitors/country.ts'

/** The country that the language of a browser names: de-AT is Austria’s, de is nobody’s. */
export function countryOf(locale: string): string | undefined {
  try {
    return readCountry(new Intl.Locale(locale).region ?? '')
  } catch (error) {
    // A visitor's browser may say anything.
    if (error instanceof RangeError) return undefined
    throw error
  }
}
