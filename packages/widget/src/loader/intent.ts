const NEAR_PX = 160

/** Calls when somebody comes near the button's corner, focuses it or touches it. */
export function onIntent(host: HTMLElement, load: () => void): void {
  const near = ({ clientX, clientY }: PointerEvent) => {
    const inlineEnd = getComputedStyle(host).direction === 'rtl' ? clientX : innerWidth - clientX
    if (!host.isConnected || inlineEnd > NEAR_PX || innerHeight - clientY > NEAR_PX) return
    removeEventListener('pointermove', near)
    load()
  }
  addEventListener('pointermove', near, { passive: true })
  host.addEventListener('focusin', load)
  host.addEventListener('pointerdown', load)
}
