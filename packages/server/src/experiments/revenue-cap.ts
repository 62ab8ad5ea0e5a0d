/** Fewer earlier orders do not show how large one can be; the owner sets the cap. */
export const ORDERS_MIN = 20

const CAP_QUANTILE = 0.999

/** What a visitor's revenue is capped at where nobody set it: the 99.9 % quantile of earlier orders (nearest rank), of under 1,000 the largest. */
export function revenueCap(orders: readonly number[]): number | null {
  const paid = orders.filter((order) => order > 0).toSorted((one, other) => one - other)
  return paid.length < ORDERS_MIN ? null : (paid[Math.ceil(CAP_QUANTILE * paid.length) - 1] ?? null)
}
