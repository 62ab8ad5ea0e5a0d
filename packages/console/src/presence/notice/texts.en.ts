/** To whoever visitors do not count on. */
export const texts = {
  notice: {
    lowered: 'Signing in has set you to “Colleagues only”: visitors do not count on you.',
    chosen: 'You are not available to visitors.',
    beAvailable: 'Be available',
    leave: 'Leave it so',
  },
}
