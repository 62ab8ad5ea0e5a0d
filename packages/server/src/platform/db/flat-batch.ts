import type { RoadAnswer, RoadQuestion } from './writing-client.ts'

/** What travels between the threads: a batch as one flat string, since copying objects costs more than writing and reading them. */
export type Batch<T> = string | readonly T[]

export const flattenQuestions = (questions: readonly RoadQuestion[]): Batch<RoadQuestion> => JSON.stringify(questions)

export const questionsOf = (batch: Batch<RoadQuestion>): readonly RoadQuestion[] =>
  typeof batch === 'string' ? (JSON.parse(batch) as RoadQuestion[]) : batch // flattenQuestions wrote it

/**
 * On the first line the answers, on the following ones the entries, whose bodies are JSON already: written once more they would
 * grow by half. JSON has no line breaks, and only the last part of an entry has spaces. Errors travel as they are.
 */
export function flattenAnswers(answers: readonly RoadAnswer[]): Batch<RoadAnswer> {
  if (answers.some((answer) => 'error' in answer)) return answers
  let entries = ''
  const heads = answers.map((answer) => {
    if (answer.say !== 'committed') return answer
    for (const { topic, position, tag, after, body } of answer.committed.entries)
      entries += `\n${topic} ${position} ${tag} ${after} ${body}`
    return { ...answer, committed: { ...answer.committed, entries: answer.committed.entries.length } }
  })
  return JSON.stringify(heads) + entries
}

export function answersOf(batch: Batch<RoadAnswer>): readonly RoadAnswer[] {
  if (typeof batch !== 'string') return batch
  const lines = batch.split('\n')
  let line = 1
  return (JSON.parse(lines[0] ?? '') as Flat[]).map((answer) => {
    // flattenAnswers wrote it
    if (answer.say !== 'committed') return answer
    const { committed } = answer
    return { say: 'committed', committed: { ...committed, entries: lines.slice(line, (line += committed.entries)).map(entryOf) } }
  })
}

type Committed = Extract<RoadAnswer, { say: 'committed' }>
type Entry = Committed['committed']['entries'][number]
type Flat =
  | Exclude<RoadAnswer, Committed>
  | { say: 'committed'; committed: Omit<Committed['committed'], 'entries'> & { entries: number } }

function entryOf(line: string): Entry {
  const [topic = '', position = '', tag = '', after = ''] = line.split(' ', 4)
  const body = line.slice(topic.length + position.length + tag.length + after.length + 4)
  return { topic: topic as Entry['topic'], position: Number(position), tag, after, body } // as it was written
}
