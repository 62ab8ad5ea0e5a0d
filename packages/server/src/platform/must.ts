/** For what only we know to be there. */
export function must<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error(`${String(value)}, where a value was certain`)
  return value
}
