import type { Metric } from './metric.ts'

/** Last message minus first message (18). */
const betweenMessages: Metric = {
  unit: 'seconds',
  aggregate: 'average',
  nullWhen: 'no-message',
  of: ({ messages }) => {
    const instants = messages.map(({ at }) => at)
    return instants.length === 0 ? null : (Math.max(...instants) - Math.min(...instants)) / 1000
  },
}

/** End, or now while it runs, minus creation (19, which shows minutes). */
const fromCreationToEnd: Metric = {
  unit: 'seconds',
  aggregate: 'average',
  nullWhen: 'never',
  of: ({ createdAt, endedAt }, { at }) => Math.max(0, (endedAt ?? at) - createdAt) / 1000,
}

export const duration = { betweenMessages, fromCreationToEnd }
