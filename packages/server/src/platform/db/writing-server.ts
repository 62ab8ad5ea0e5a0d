import type { MessagePort } from 'node:worker_threads'
import type { Road } from '../road.ts'
import { flattenAnswers, questionsOf, type Batch } from './flat-batch.ts'
import type { Answered, RoadAnswer, RoadQuestion } from './writing-client.ts'

/** The writing thread's side of writing-client.ts. `open` makes the road; what it is told to say goes out with the answers. */
export function serveRoad(port: MessagePort, open: (say: (answer: RoadAnswer) => void) => Road): void {
  let outgoing: RoadAnswer[] = []
  const say = (answer: RoadAnswer) => {
    if (outgoing.length === 0) queueMicrotask(post)
    outgoing.push(answer)
  }
  const post = () => {
    port.postMessage(flattenAnswers(outgoing))
    outgoing = []
  }
  const road = open(say)

  port.on('message', (questions: Batch<RoadQuestion>) => {
    for (const question of questionsOf(questions)) {
      void answer(road, question).then(
        (answered) => say({ say: 'answer', n: question.n, ...(answered && { answer: answered }) }),
        (error: unknown) =>
          say({ say: 'failed', n: question.n, error: error instanceof Error ? error : new Error(String(error)) }),
      )
    }
  })
}

async function answer(road: Road, question: RoadQuestion): Promise<Answered> {
  switch (question.ask) {
    case 'run':
      return road.run(question.frame)
    case 'claim':
      return road.claim(question.asked)
    case 'settle':
      return road.settle(question.settled)
    case 'tick':
      await road.tick(question.at)
      return undefined
    case 'trim':
      await road.trim(question.at)
      return undefined
    case 'close':
      await road.close()
      return undefined
  }
}
