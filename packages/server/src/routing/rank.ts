import { chooseOperator, type Candidate, type Choice, type Wish } from './choose-operator.ts'

/** Who would be asked, one after the other: each as if those before him had passed. */
export function rank<C extends Candidate>(
  candidates: readonly C[],
  { wish, max, random }: { wish: Wish; max: number; random: () => number },
): Choice[] {
  const ranked: Choice[] = []
  let left = candidates
  while (ranked.length < max) {
    const choice = chooseOperator(left, wish, random)
    if (!choice) break
    ranked.push(choice)
    left = left.filter(({ id }) => id !== choice.operator)
  }
  return ranked
}
