/**
 * The mean wait of all who come, in means of a conversation, where arrivals and lengths are exponential and whoever comes first is served first by
 * any of `slots`; `traffic` is arrivals × mean length, below `slots`. Erlang C by the recursion of Erlang B (A. K. Erlang, 1917), which does not overflow.
 */
export function erlangWait(slots: number, traffic: number): number {
  let blocked = 1
  for (let slot = 1; slot <= slots; slot++) blocked = (traffic * blocked) / (slot + traffic * blocked)
  const mustWait = (slots * blocked) / (slots - traffic * (1 - blocked))
  return mustWait / (slots - traffic)
}
