/** What may call somebody when something is said in a conversation. */
export const MONITORED = ['nothing', 'visitor', 'everything'] as const
