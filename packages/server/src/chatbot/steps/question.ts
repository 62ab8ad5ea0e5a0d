import type { ScriptFault } from '../fault.ts'
import type { AnswerId } from '@portico/protocol/ids'
import type { Input } from '../input.ts'
import { isWebLink, landingOf } from '../redirect.ts'
import { refuse, type Hearing } from './hearing.ts'
import { textFaults, type Stated } from './stated.ts'

/** Offers answers to choose from. */
export type QuestionStep = Stated & { kind: 'question'; answers: readonly Answer[] }

export type Answer = { id: AnswerId; text: string; link: string | null }

const ANSWERS_MAX = 20

export function hearQuestion(step: QuestionStep, input: Input): Hearing {
  if (input.kind === 'typed') return refuse('choose-an-answer')
  if (input.kind !== 'chosen') return refuse('not-awaited')
  const chosen = step.answers.find(({ id }) => id === input.answer)
  if (!chosen) return refuse('unknown-answer')
  return {
    state: 'answered',
    given: { kind: 'choice', step: step.id, answer: chosen.id, raw: chosen.text, at: input.at },
    go: chosen.link === null ? null : { link: chosen.link, landing: landingOf(chosen.link, input) },
  }
}

export function questionFaults({ answers }: QuestionStep, place: string): ScriptFault[] {
  if (answers.length === 0) return [{ place: `${place}.answers`, fault: 'no-answers', seen: '0' }]
  if (answers.length > ANSWERS_MAX) {
    return [{ place: `${place}.answers`, fault: 'too-many-answers', seen: String(answers.length), expected: String(ANSWERS_MAX) }]
  }
  return answers.flatMap(({ text, link }, index) => {
    const at = `${place}.answers[${index}]`
    const linkFaults: ScriptFault[] =
      link === null || isWebLink(link) ? [] : [{ place: `${at}.link`, fault: 'link-not-web', seen: link }]
    return [...textFaults(text, at), ...linkFaults]
  })
}
