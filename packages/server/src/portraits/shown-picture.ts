/** One pixel that is seen through: initials stand below. Of an image that is not there browsers complain in the page of a site. */
const NOTHING = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64')

/** A portrait as an answer; where there is none, one that shows nothing. */
export const shownPicture = (content: Buffer = NOTHING) =>
  ({ name: 'portrait.webp', type: 'image/webp', as: 'inline', bytes: content.length, content }) as const
