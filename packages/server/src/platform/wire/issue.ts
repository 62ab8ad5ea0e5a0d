/** What is wrong with something that does not fit its schema, and where. */
export const issueOf = ([issue]: readonly { path: readonly PropertyKey[]; message: string }[]): string =>
  `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}`
