/** What somebody has chosen to be called is not cut to a first name: no-break spaces hold it together. */
export const heldTogether = (name: string): string => name.trim().replace(/\s+/gu, '\u00A0')

/** By what he has chosen, else by his name. */
export const calledByVisitors = ({ name, alias }: { name: string; alias: string | null }): string =>
  alias === null ? name : heldTogether(alias)
