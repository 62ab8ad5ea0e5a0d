// Runs once before all tests: one PostgreSQL for all of them, each test in a database of its own; and one Redis, where each
// test keeps to names of its own.
import type { TestProject } from 'vitest/node'
import { startCluster } from './postgres-cluster.ts'
import { startRedis } from './redis-server.ts'
import { makeTemplates } from './templates.ts'

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const cluster = process.env.PORTICO_TEST_POSTGRES ? undefined : await startCluster()
  const redis = await startRedis()
  const postgresUrl = process.env.PORTICO_TEST_POSTGRES ?? cluster?.url('postgres') ?? null
  lacking('PostgreSQL', postgresUrl)
  lacking('Redis', redis)
  provide('postgres', postgresUrl)
  provide('redis', redis?.url ?? null)
  const { templates, drop } = await makeTemplates(postgresUrl)
  provide('templates', templates)
  return async () => {
    await drop()
    cluster?.stop()
    await redis?.stop()
  }
}

function lacking(what: string, there: unknown): void {
  if (there) return
  if (process.env.CI) throw new Error(`CI needs ${what}, which was not found`)
  process.stdout.write(`${what} is not installed: tests on it are skipped\n`)
}
