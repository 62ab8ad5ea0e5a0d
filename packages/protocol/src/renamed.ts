// What a client must know of commands that it keeps until they are answered. No imports: the widget pays for each.

/** The answer to these may name another thing than the one they make, in this field: what is sent after them waits for it. */
export const RENAMED_BY_ANSWER: Partial<Record<string, 'conversation'>> = { 'conversation.open': 'conversation' }

/** The kinds of topics that are about what a command names in this field. */
export const TOPICS_ABOUT: Record<string, readonly string[]> = { conversation: ['conversation', 'chat'] }
