import type { Introduction, Page } from '@portico/protocol/conversations'
import { URL_CODE_POINTS_MAX } from '@portico/protocol/limits'
import { saysNothing } from '@portico/protocol/says-nothing'
import type { Surroundings } from '../bridge.ts'
import type { Draft } from './drafts.ts'
import { cut } from './sendable.ts'

const ANALYTICS_ID = /^[0-9a-f]{16}$/

/** Where the visitor is, as it is told. */
export const pageOf = ({ page }: Pick<Surroundings, 'page'>): Page | undefined =>
  page && { url: cut(page.url, URL_CODE_POINTS_MAX), title: cut(page.title, URL_CODE_POINTS_MAX) }

/** What goes with a first message. A tracker's id that is none would have the server refuse the message for it. */
export function introductionOf({ page, locale, analyticsId }: Surroundings, { name, email }: Draft): Introduction {
  const now = pageOf({ page })
  return {
    ...(!saysNothing(name) && { name: name.trim() }),
    ...(email.trim() && { email: email.trim() }),
    ...(analyticsId && ANALYTICS_ID.test(analyticsId) && { analyticsId }),
    ...(now && { page: now }),
    locale,
  }
}
