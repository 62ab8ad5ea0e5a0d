// The view of topic `operator:<id>`: the operator's own account, and his read marks in conversations that are open.
import { me } from './auth.ts'
import { readMark } from './conversations.ts'
import * as s from './schema.ts'

export const operatorView = s.object({
  me,
  marks: s.array(readMark),
})

export type OperatorView = s.Infer<typeof operatorView>
