/** What is known of a visitor of whom nobody has written anything down. */
export const NOBODY = { phone: null, comments: null, editedAt: null, editedBy: null }
