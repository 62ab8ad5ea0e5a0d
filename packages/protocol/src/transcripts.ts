// A conversation on paper: GET /api/conversations/<id>/transcript for operators, GET /api/chats/<id>/transcript for its visitor.
import * as s from './schema.ts'

/** `zone`: whose clock its times are of, an IANA name; without it the site's. `locale`: `fr` and what begins so, or English. */
export const transcriptQuery = s.object({ locale: s.optional(s.text(35)), zone: s.optional(s.text(60)) })
