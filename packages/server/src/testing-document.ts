// Reads the tables of a document, and in them the fields that it writes as `name: type`.

export type Row = { name: string; cells: readonly string[] }
export type Table = { first: string; rows: readonly Row[] }

/** All tables of a text, each by the words above its first column. */
export function tablesOf(text: string): readonly Table[] {
  const blocks = text.split(/\n(?!\|)/).map((block) => block.split('\n').filter((line) => line.startsWith('|')))
  return blocks
    .filter((lines) => lines.length > 2)
    .map(([head = '', _line, ...rows]) => ({ first: bare(cellsOf(head)[0]), rows: rows.map(rowOf) }))
}

/** The fields of a row, in the words of `testing-shapes.ts`; `type` is one more where the row's name says it. */
export function fieldsOf({ cells }: Row, type?: string): string {
  const fields = fieldsIn(cells.join(' ')).map(({ field, is }) => `${field}: ${is}`)
  return [...fields, ...(type === undefined ? [] : [`type: "${type}"`])].sort().join(', ')
}

export const fieldsIn = (text: string): { field: string; is: string }[] =>
  [...text.matchAll(/`(\w+\??): ([^`]+)`/g)].map(([, field = '', is = '']) => ({ field, is: normal(is) }))

function rowOf(line: string): Row {
  const cells = cellsOf(line)
  return { name: bare(cells[0]), cells }
}

const cellsOf = (line: string) =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())

const bare = (cell = '') => cell.replaceAll('`', '')

// What a schema cannot tell apart: texts of whatever pattern, and shapes by their name.
function normal(type: string): string {
  return type
    .replaceAll(/"[^"]*"(?: or "[^"]*")+/g, (list) => list.split(' or ').sort().join(' or '))
    .replaceAll(/\b(?:text|said)\(\d+\)|\b(?:id|nonce|tag|mark|topic|any)\b(?!")/g, 'text')
    .replaceAll(/\binstant\b/g, 'int')
    .replaceAll(/\b(?!Refusal)[A-Z]\w*/g, 'object')
}
