import { byQuestion } from './condition.ts'
import type { AnswerId, StepId } from '@portico/protocol/ids'
import type { Step } from './steps/step.ts'

/**
 * The steps that are played only if no operator was found: whichever answers lead to them, they lead through a forward step
 * before. Every way through the script is followed; ways that differ in nothing a later step asks about are one.
 */
export function fallbacks(steps: readonly Step[]): ReadonlySet<StepId> {
  const script = read(steps)
  const found = new Set<StepId>()
  let ways: readonly Way[] = [{ chosen: new Map(), called: false }]
  for (const [index, step] of steps.entries()) {
    const leading = ways.filter((way) => isPlayed(step, way, script) !== 'no')
    if (leading.length > 0 && leading.every(({ called }) => called)) found.add(step.id)
    const mayPart = ways.length * (step.kind === 'question' ? step.answers.length : 1) <= WAYS_MAX
    ways = distinct(ways.flatMap((way) => afterStep(step, { way, script, mayPart })).map(forget(index, script)))
  }
  return found
}

/** Answers that would part them into more do not part them: behind that a step is marked only where it is certain. */
const WAYS_MAX = 500

/** What was chosen so far, of what is still asked about, and whether a forward step was played. */
type Way = { chosen: ReadonlyMap<StepId, Choice>; called: boolean }
type Choice = AnswerId | 'any' | 'none that is named'

type Read = {
  conditions: ReadonlyMap<StepId, readonly (readonly [question: StepId | undefined, answers: readonly AnswerId[]])[]>
  /** The last step that asks about a question. */
  askedLast: ReadonlyMap<StepId | undefined, number>
  named: ReadonlySet<AnswerId>
}

function read(steps: readonly Step[]): Read {
  const conditions = new Map(steps.map(({ id, onlyIf }) => [id, [...byQuestion(onlyIf, steps)]]))
  const askedLast = steps.flatMap(({ id }, index) => (conditions.get(id) ?? []).map(([question]) => [question, index] as const))
  return { conditions, askedLast: new Map(askedLast), named: new Set(steps.flatMap(({ onlyIf }) => onlyIf)) }
}

function afterStep(step: Step, { way, script, mayPart }: { way: Way; script: Read; mayPart: boolean }): readonly Way[] {
  const played = isPlayed(step, way, script)
  if (played === 'no') return [way]
  const passed = played === 'maybe' ? [way] : []
  if (step.kind === 'forward') return played === 'yes' ? [{ ...way, called: true }] : passed
  if (step.kind !== 'question') return [way]
  const named = step.answers.map(({ id }): Choice => (script.named.has(id) ? id : 'none that is named'))
  const choices: readonly Choice[] = mayPart ? [...new Set(named)] : ['any']
  return [...passed, ...choices.map((choice) => ({ ...way, chosen: new Map(way.chosen).set(step.id, choice) }))]
}

function isPlayed({ id }: Step, { chosen }: Way, { conditions }: Read): 'yes' | 'no' | 'maybe' {
  const choices = (conditions.get(id) ?? []).map(([question, answers]) => {
    const choice = question && chosen.get(question)
    return choice === 'any' ? 'maybe' : answers.some((answer) => answer === choice) ? 'yes' : 'no'
  })
  if (choices.includes('no')) return 'no'
  return choices.includes('maybe') ? 'maybe' : 'yes'
}

/** Without what no later step asks about. */
function forget(index: number, { askedLast }: Read): (way: Way) => Way {
  const isAsked = (question: StepId) => (askedLast.get(question) ?? 0) > index
  return ({ chosen, called }) => ({ chosen: new Map([...chosen].filter(([question]) => isAsked(question))), called })
}

function distinct(ways: readonly Way[]): readonly Way[] {
  return [...new Map(ways.map((way) => [JSON.stringify([way.called, ...way.chosen]), way])).values()]
}
