/** A conversation on paper. */
export const texts = { download: 'Download as PDF' }
