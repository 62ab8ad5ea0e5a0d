import type { Colleague } from '@portico/protocol/auth'

/** Who may change channels, invite people and withdraw their access. */
export const mayAdminister = (person: Pick<Colleague, 'role'> | undefined): boolean =>
  person !== undefined && (person.role === 'owner' || person.role === 'administrator')

/** Who gives conversations to others. */
export const maySupervise = (person: Pick<Colleague, 'role'> | undefined): boolean =>
  mayAdminister(person) || person?.role === 'supervisor'
