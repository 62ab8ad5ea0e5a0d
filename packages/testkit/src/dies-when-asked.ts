import { parentPort } from 'node:worker_threads'

parentPort?.on('message', (questions: readonly { sql: string }[]) => {
  if (questions.some(({ sql }) => sql === 'select die')) process.exit(1)
})
