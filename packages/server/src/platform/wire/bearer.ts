import type { FastifyRequest } from 'fastify'

/** The token that a visitor's request brings. */
export const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer ([\w-]{43})$/.exec(headers.authorization ?? '')?.[1]
