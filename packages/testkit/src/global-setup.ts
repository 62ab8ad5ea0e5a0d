// Runs once before all tests: one PostgreSQL for all of them, each test in a database of its own.
import type { TestProject } from 'vitest/node'
import { startCluster } from './postgres-cluster.ts'

export async function setup(project: TestProject): Promise<(() => void) | void> {
  const given = process.env.PORTICO_TEST_POSTGRES
  if (given) return project.provide('postgres', given)
  const cluster = await startCluster()
  if (!cluster && process.env.CI) throw new Error('CI needs PostgreSQL: initdb was not found')
  if (!cluster) process.stdout.write('PostgreSQL is not installed: tests on it are skipped\n')
  project.provide('postgres', cluster?.url('postgres') ?? null)
  return cluster?.stop
}
