import type { Kysely } from 'kysely'

// Each tables.ts adds its own tables here by declaration merging; nobody edits this file to add one.
export interface Tables {}
export type Db = Kysely<Tables>

/** A Db inside a transaction. */
export type Tx = Db

/** Resolves when what the work wrote is durable, rejects when nothing of it remains. The work may await only its tx. */
export type InTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
