/** What stands behind the # of a one-time link: browsers send it to no server, and it stands in no log. */
export const tokenInAddress = (hash: string): string => new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? ''
