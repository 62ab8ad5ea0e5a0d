/** One automatic message to one visitor, and what that visit held; instants in milliseconds since 1970. */
export type Sending = { sentAt: number; visitEndedAt: number; visitorWroteAt: readonly number[]; convertedAt: readonly number[] }

/** Counts of sendings and shares from 0 to 1; null when nothing was sent. It describes; whether the message *causes* it, an experiment says. */
type SendingEffect = {
  sent: number
  replied: number
  replyRate: number | null
  converted: number
  conversionRate: number | null
}

/** A sending counts once, however often the visitor wrote or bought, and only by what came after it in the same visit. */
export function sendingEffect(sendings: readonly Sending[]): SendingEffect {
  const sent = sendings.length
  const replied = sendings.filter((sending) => followed(sending, sending.visitorWroteAt)).length
  const converted = sendings.filter((sending) => followed(sending, sending.convertedAt)).length
  return {
    sent,
    replied,
    replyRate: sent === 0 ? null : replied / sent,
    converted,
    conversionRate: sent === 0 ? null : converted / sent,
  }
}

function followed({ sentAt, visitEndedAt }: Sending, instants: readonly number[]): boolean {
  return instants.some((at) => at > sentAt && at <= visitEndedAt)
}
