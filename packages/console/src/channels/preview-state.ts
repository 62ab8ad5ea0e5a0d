export const PREVIEW_STATES = ['button', 'introduction', 'conversation', 'offline'] as const
export type PreviewState = (typeof PREVIEW_STATES)[number]

/** What a tab changes is what its preview begins with; a tab that changes nothing visible begins with what a visitor sees first. */
export function previewOf(section: string): PreviewState {
  switch (section) {
    case 'general':
    case 'introduction':
    case 'members':
      return 'introduction'
    case 'appearance':
      return 'conversation'
    case 'hours':
      return 'offline'
    default:
      return 'button'
  }
}
