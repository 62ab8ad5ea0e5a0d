/** Who is there. */
export const texts = {
  presence: {
    active: 'Active',
    unavailable: 'Unavailable',
    out: 'Logged out',
    explained: { active: 'Online and takes conversations', unavailable: 'Switched availability off', out: 'No session open' },
    available: 'Available',
    switch: 'Available for conversations',
    change: 'Switch availability',
  },
}
