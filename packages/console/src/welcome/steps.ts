import type { ConversationRowView } from '@portico/protocol/conversations'

export const STEPS = ['made', 'try', 'site', 'invite'] as const
export type Step = (typeof STEPS)[number]

type Known = {
  /** The conversations one knows of, running and ended. */
  rows: readonly Pick<ConversationRowView, 'phase' | 'page'>[]
  colleagues: number
  ticked: ReadonlySet<string>
  /** Of the server: where its preview page is. */
  origin: string
}

/** What of setting up is done: as far as it can be seen, and what was ticked off. */
export function doneSteps({ rows, colleagues, ticked, origin }: Known): ReadonlySet<Step> {
  const seen: Record<Step, boolean> = {
    made: true,
    try: rows.some(({ phase }) => phase.state !== 'requested'),
    site: rows.some(({ page }) => page !== null && !isPreview(page.url, origin)),
    invite: colleagues > 1,
  }
  return new Set(STEPS.filter((step) => seen[step] || ticked.has(step)))
}

const isPreview = (url: string, origin: string): boolean => url.startsWith(`${origin}/preview`)
