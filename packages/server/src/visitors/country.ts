const CODE = /^[a-z]{2}$/i

/** A country as it is known inside: two capital letters of ISO 3166, however they were written. What is no code is none. */
export function readCountry(written: string): string | undefined {
  return CODE.test(written) ? written.toUpperCase() : undefined
}

/** Whether two are known and the same; where one is unknown they are not. */
export function sameCountry(one: string | null | undefined, other: string | null | undefined): boolean {
  const country = readCountry(one ?? '')
  return country !== undefined && country === readCountry(other ?? '')
}
