import type { texts as en } from './texts.en.ts'

export const texts: typeof en = {
  seats: {
    title: 'Dans cette conversation',
    you: 'Vous',
    asked: 'Sollicité',
    invited: 'Invité',
    observes: 'Observateur',
    left: 'Est parti',
  },
}
