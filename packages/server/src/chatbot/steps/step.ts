import type { ScriptFault } from '../fault.ts'
import type { Input } from '../input.ts'
import type { Standing } from '../run.ts'
import { hearEmail, type EmailStep } from './email.ts'
import { hearForward, type ForwardStep } from './forward.ts'
import { refuse, type Hearing } from './hearing.ts'
import { hearMultiInput, type MultiInputStep } from './multi-input.ts'
import { hearPhone, type PhoneStep } from './phone.ts'
import { hearQuestion, questionFaults, type QuestionStep } from './question.ts'
import { hearSingleInput, type SingleInputStep } from './single-input.ts'
import { textFaults } from './stated.ts'
import type { TextStep } from './text.ts'

export type Step = TextStep | QuestionStep | EmailStep | PhoneStep | SingleInputStep | MultiInputStep | ForwardStep

export function hear(step: Step, run: Standing, input: Input): Hearing {
  switch (step.kind) {
    case 'text':
      return refuse('not-awaited')
    case 'question':
      return hearQuestion(step, input)
    case 'email':
      return hearEmail(step, run, input)
    case 'phone':
      return hearPhone(step, input)
    case 'single-input':
      return hearSingleInput(step, input)
    case 'multi-input':
      return hearMultiInput(step, run, input)
    case 'forward':
      return hearForward(input)
  }
}

/** The faults a step has by itself, whatever stands around it. */
export function stepFaults(step: Step, place: string): ScriptFault[] {
  switch (step.kind) {
    case 'forward':
      return []
    case 'question':
      return [...textFaults(step.text, place), ...questionFaults(step, place)]
    case 'text':
    case 'email':
    case 'phone':
    case 'single-input':
    case 'multi-input':
      return textFaults(step.text, place)
  }
}
