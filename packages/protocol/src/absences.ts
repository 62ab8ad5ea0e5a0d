// What is done for operators who are not there: a mail says that somebody waits.
import * as s from './schema.ts'

const absencesCommand = s.variant('type', [s.object({ type: s.literal('absence-mails.set'), on: s.boolean() })])

export const absences = {
  command: absencesCommand,
  parts: {
    /** Whether one gets a mail when somebody waits in My channels and nobody is there. */
    operator: s.object({ absenceMails: s.boolean().default(true) }),
  },
}

export type AbsencesCommand = s.Infer<typeof absencesCommand>
