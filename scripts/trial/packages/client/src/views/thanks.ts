import type { Steps } from './applier.ts'

export const thanksSteps = {
  channel: {
    'thanks.counted': (view) => ({ ...view, thanksToday: (view.thanksToday ?? 0) + 1 }),
    'thanks.forgotten': (view) => ({ ...view, thanksToday: (view.thanksToday ?? 0) - 1 }),
  },
} satisfies Steps
