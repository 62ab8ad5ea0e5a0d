// Labels tell conversations apart: a tag says what one is about, an expertise what it needs, and what somebody knows. They are the
// site's; whoever meets a new tag makes it on the way. What an operator speaks and knows, and where he is from, is his to say, and
// those' who administer.
import { labelId, operatorId } from './ids.ts'
import { language } from './language.ts'
import { LABEL_NAME_CODE_POINTS_MAX } from './limits.ts'
import * as s from './schema.ts'
import type { ViewOf } from './views.ts'

const LANGUAGES_MAX = 20
const EXPERTISE_MAX = 50

export const LABEL_KINDS = ['tag', 'expertise'] as const
const name = s.said(LABEL_NAME_CODE_POINTS_MAX)
/** One of the six tints of the product. */
const tint = s.int().min(1).max(6)
/** Of ISO 3166. */
const country = s.shaped(/^[A-Z]{2}$/, 2)
const skills = { languages: s.array(language).max(LANGUAGES_MAX), expertise: s.array(labelId).max(EXPERTISE_MAX) }

const labelsCommand = s.variant('type', [
  s.object({ type: s.literal('label.make'), label: labelId, kind: s.literal(LABEL_KINDS), name, tint }),
  s.object({ type: s.literal('label.change'), label: labelId, name, tint }),
  s.object({ type: s.literal('label.remove'), label: labelId }),
  // All of it at once; what is left out he does not speak or know any more, nor is he from there.
  s.object({ type: s.literal('skills.set'), operator: operatorId, ...skills, country: s.optional(country) }),
])

const label = s.object({ id: labelId, kind: s.literal(LABEL_KINDS), name: s.string(), tint })
const skillsOf = s.object({
  operator: operatorId,
  languages: s.array(s.string()),
  expertise: s.array(labelId),
  country: s.nullable(s.string()).default(null),
})

const labelsEvent = s.variant('type', [
  // on settings
  s.object({ type: s.literal('label.changed'), label }),
  s.object({ type: s.literal('label.gone'), label: labelId }),
  s.object({ type: s.literal('skills.changed'), skills: skillsOf }),
])

export const labels = {
  command: labelsCommand,
  event: labelsEvent,
  parts: {
    /** `labels` by name, `skills` by operator; none of those who have said nothing. */
    settings: s.object({ labels: s.array(label).default([]), skills: s.array(skillsOf).default([]) }),
  },
}

export type LabelKind = (typeof LABEL_KINDS)[number]
export type Label = s.Infer<typeof label>
export type Skills = s.Infer<typeof skillsOf>
export type LabelsCommand = s.Infer<typeof labelsCommand>
export type LabelsEvent = s.Infer<typeof labelsEvent>
export type LabelsView = Pick<ViewOf['settings'], 'labels' | 'skills'>
