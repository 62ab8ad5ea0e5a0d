import type { Steps } from './applier.ts'

export const thanksSteps = {
  channel: {
    'thanks.counted': (view) => ({ ...view, thanksLately: (view.thanksLately ?? 0) + 1 }),
    'thanks.forgotten': (view) => ({ ...view, thanksLately: (view.thanksLately ?? 0) - 1 }),
  },
} satisfies Steps
