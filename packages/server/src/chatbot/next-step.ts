import type { AnswerId, OperatorId } from '@portico/protocol/ids'
import { questionOffering } from './condition.ts'
import type { Input } from './input.ts'
import { play } from './play.ts'
import type { Course, Run, Standing } from './run.ts'
import type { Script } from './script.ts'
import type { Hearing } from './steps/hearing.ts'
import { hear, type Step } from './steps/step.ts'
import type { Act, Refused, Turn } from './turn.ts'

/** What the bot does about an input: pure, so that a stored version of the script gives the same turn again. */
export function nextStep(script: Script, run: Run, input: Input): Turn | Refused {
  mustBeOf(script, run)
  if (run.state !== 'handed-over' && input.kind === 'operator-came') return handOver(script, run, input.operator)
  switch (run.state) {
    case 'asking':
    case 'retrying':
    case 'collecting':
    case 'forwarding':
      return hearAt(script, run, input)
    case 'redirecting':
      return input.kind === 'arrived' ? play(script, courseOf(run)) : { refused: 'not-awaited' }
    case 'handed-over':
      return { refused: 'handed-over' }
    case 'ended':
      return { refused: 'ended' }
  }
}

function hearAt(script: Script, run: Standing, input: Input): Turn | Refused {
  if (input.kind === 'chosen' && wasAnswered(input.answer, script, run)) return { refused: 'answered-already' }
  const hearing = hear(stepOf(script, run), run, input)
  const course = courseOf(run)
  switch (hearing.state) {
    case 'refused':
      return { refused: hearing.refused }
    case 'wrong':
      return {
        run: { ...course, state: 'retrying', step: run.step, tries: hearing.tries },
        acts: [{ kind: 'ask-again', step: run.step, typed: hearing.typed }],
      }
    case 'more':
      return {
        run: { ...course, state: 'collecting', step: run.step, lines: hearing.lines, lastLineAt: hearing.lastLineAt },
        acts: [],
      }
    case 'passed':
      return play(script, course)
    case 'answered':
      return goOn(script, course, hearing)
  }
}

function goOn(script: Script, before: Course, { given, go }: Extract<Hearing, { state: 'answered' }>): Turn {
  const course = { ...before, given: [...before.given, given] }
  if (!go) return play(script, course)
  const act: Act = { kind: 'go', ...go }
  switch (go.landing) {
    case 'same-page': {
      const { run, acts } = play(script, course)
      return { run, acts: [act, ...acts] }
    }
    case 'same-site':
      return { run: { ...course, state: 'redirecting', link: go.link }, acts: [act] }
    case 'external':
      return { run: { ...course, state: 'ended', because: 'left-site' }, acts: [act] }
  }
}

// The operator whom a forward step called is announced by its text; one who comes by himself needs no word of the bot's.
function handOver(script: Script, run: Run, operator: OperatorId): Turn {
  const { id, text } = run.state === 'forwarding' ? stepOf(script, run) : { id: undefined, text: '' }
  const acts: Act[] = id === undefined || text === '' ? [] : [{ kind: 'say', step: id, text }]
  return { run: { ...courseOf(run), state: 'handed-over', operator }, acts }
}

function courseOf({ script, version, path, given }: Run): Course {
  return { script, version, path, given }
}

function stepOf({ id, version, steps }: Script, run: Standing): Step {
  const step = steps.find((one) => one.id === run.step)
  if (!step) throw new Error(`script ${id} version ${version} has no step ${run.step}, where the run stands`)
  return step
}

function wasAnswered(answer: AnswerId, script: Script, run: Run): boolean {
  const question = questionOffering(answer, script.steps)
  return run.given.some(({ step }) => step === question?.id)
}

function mustBeOf({ id, version }: Script, run: Run): void {
  if (run.script === id && run.version === version) return
  throw new Error(
    `expected script ${run.script} version ${run.version}, which the run is of; got script ${id} version ${version}`,
  )
}
