export type Row = { label: string; cells: Record<string, string> }

/** A table written as one reads it: names in the first line, then a label and a cell for each name. */
export function rowsOf(table: string): Row[] {
  const [first = '', ...lines] = table.trim().split('\n')
  const names = first.trim().split(/\s+/)
  return lines.map((line) => {
    const [label = '', ...rest] = line.trim().split(/\s{2,}/)
    const cells = rest.join(' ').split(' ')
    if (cells.length !== names.length) throw new Error(`${label} has ${cells.length} cells, expected ${names.length}`)
    return { label, cells: Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])) }
  })
}
