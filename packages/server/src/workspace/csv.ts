/** A table as spreadsheets read it (RFC 4180). What they would take for a formula is made a text by an apostrophe. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')

// The full-width signs too: some spreadsheets read them like the plain ones.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

function cellOf(value: string | number | null): string {
  const text = String(value ?? '')
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}
