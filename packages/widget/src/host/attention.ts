/** Whether the visitor is at the page itself; a frame that takes the focus takes the attention too. */
export function watchAttention(changed: () => void) {
  let attentive = document.hasFocus()
  const attend = ({ type }: Event) => {
    attentive = type === 'focus'
    changed()
  }
  addEventListener('focus', attend)
  addEventListener('blur', attend)
  return {
    attentive: () => attentive,
    close: () => {
      removeEventListener('focus', attend)
      removeEventListener('blur', attend)
    },
  }
}
