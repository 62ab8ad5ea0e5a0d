/** What one visit had to do with chat. */
export type ChatUse = {
  visitorWrote: boolean
  operatorWrote: boolean
  automaticMessages: number
  sawWidget: boolean
  staffOnline: boolean
}

/** Disjoint, but chosen by the visitors themselves: they describe, only an experiment explains. */
export type Cohort = 'talked' | 'only-messaged' | 'saw-widget' | 'nobody-there'

/** Null stands in no cohort: wrote while somebody was there and got no answer, or never saw the widget though somebody was there. */
export function cohortOf({ visitorWrote, operatorWrote, automaticMessages, sawWidget, staffOnline }: ChatUse): Cohort | null {
  if (visitorWrote && operatorWrote) return 'talked'
  if (!visitorWrote && automaticMessages > 0) return 'only-messaged'
  if (!staffOnline) return 'nobody-there'
  return sawWidget && !visitorWrote ? 'saw-widget' : null
}
