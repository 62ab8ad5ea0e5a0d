import type { AnswerId, OperatorId, ScriptId, StepId } from '@portico/protocol/ids'
import { begin } from './begin.ts'
import type { Chosen, Input } from './input.ts'
import { nextStep } from './next-step.ts'
import type { Script } from './script.ts'
import type { Answer } from './steps/question.ts'
import type { Step } from './steps/step.ts'
import type { Turn } from './turn.ts'

/** Scripts, steps and inputs in a few words, for tests. Ids are the words themselves. */
export const stepId = (word: string) => word as StepId // a test's own id
export const answerId = (word: string) => word as AnswerId // a test's own id
export const ann = 'ann' as OperatorId // a test's own id

export const PAGE = 'https://shop.example/prices?plan=2'

export function scriptOf(...steps: readonly Step[]): Script {
  return { id: 'bot' as ScriptId, version: 3, title: 'Welcome', steps } // a test's own id
}

/** `say('hello')` is a text step of that id which says just that. */
export function say(word: string, ...onlyIf: readonly string[]): Step {
  return { ...stated(word, onlyIf), kind: 'text' }
}

/** `ask('what', { pricing: null, documents: '/docs' })` offers two answers, the second with a link. */
export function ask(word: string, answers: Readonly<Record<string, string | null>>, ...onlyIf: readonly string[]): Step {
  const offered = Object.entries(answers).map(([id, link]): Answer => ({ id: answerId(id), text: `${id}!`, link }))
  return { ...stated(word, onlyIf), kind: 'question', answers: offered }
}

export function take(kind: 'email' | 'phone' | 'single-input' | 'multi-input', word: string, ...onlyIf: readonly string[]): Step {
  return { ...stated(word, onlyIf), kind }
}

export function forward(word: string, ...onlyIf: readonly string[]): Step {
  return { ...stated(word, onlyIf), kind: 'forward', expertise: [] }
}

export function choose(answer: string, from: Partial<Pick<Chosen, 'page' | 'hosts'>> = {}): Input {
  return { kind: 'chosen', answer: answerId(answer), page: PAGE, hosts: [], at: 1000, ...from }
}

export function type(text: string, at = 1000): Input {
  return { kind: 'typed', text, at }
}

export function play(script: Script, ...inputs: readonly Input[]): Turn {
  return inputs.reduce((before, input) => turn(nextStep(script, before.run, input)), begin(script))
}

export function turn(result: ReturnType<typeof nextStep>): Turn {
  if ('refused' in result) throw new Error(`refused: ${result.refused}`)
  return result
}

function stated(word: string, onlyIf: readonly string[]) {
  return { id: stepId(word), text: word, onlyIf: onlyIf.map(answerId) }
}
