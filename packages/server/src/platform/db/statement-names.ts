const names = new Map<string, string>()

/** For statements that are made once: under a name PostgreSQL parses and plans them once a connection. */
export function nameStatement(text: string): void {
  if (!names.has(text)) names.set(text, `portico_${names.size}`)
}

export const nameOfStatement = (text: string): string | undefined => names.get(text)
