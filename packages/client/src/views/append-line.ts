/** The view with this line at its end; a line that is there already is not doubled. */
export function appendLine<L extends { id: string }, V extends { lines: L[] }>(view: V, line: L): V {
  return view.lines.some(({ id }) => id === line.id) ? view : { ...view, lines: [...view.lines, line] }
}
