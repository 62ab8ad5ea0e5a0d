import { applierOf } from './applier.ts'
import * as steps from './visitor-steps.ts'

/** One step of the view of a topic that visitors have. */
export const applyForVisitor = /* @__PURE__ */ applierOf(steps)
