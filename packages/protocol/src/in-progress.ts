/** How a conversation stands of which nobody has said that it waits for its visitor, or needs help. */
export const IN_PROGRESS = { state: 'in-progress' } as const
