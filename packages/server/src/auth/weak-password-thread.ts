// Judges passwords for weak-password.ts: the lists take 160 ms to load, which no thread that serves has to spare.
import { parentPort } from 'node:worker_threads'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { must } from '../platform/must.ts'
import type { Question, Verdict } from './weak-password.ts'

/** Of five steps, from 0: it takes more than 10⁸ guesses. */
const SCORE_MIN = 3
/** What is longer is judged by its beginning: the time it takes grows faster than the password. */
const JUDGED_LENGTH_MAX = 100

const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
const port = must(parentPort)

port.on('message', ({ id, password, words }: Question) => {
  const { score } = judge.check(password.slice(0, JUDGED_LENGTH_MAX), [...words])
  port.postMessage({ id, weak: score < SCORE_MIN } satisfies Verdict)
})
