/** What an entry measures before it has been measured. */
export const ENTRY_HEIGHT = 52
export const CARD_HEIGHT = 96
export const CARD_GAP = 8
