export type Tone = 'request' | 'message'

/** Frequencies in Hz, one after the other. */
const NOTES: Record<Tone, readonly number[]> = { request: [659, 880], message: [784] }
const NOTE_SECONDS = 0.14
const LOUDNESS = 0.12

let context: AudioContext | undefined

/** A short tone. Browsers keep a page silent until somebody has touched it once: until then there is none. */
export async function playTone(tone: Tone): Promise<void> {
  if (!navigator.userActivation.hasBeenActive) return
  context ??= new AudioContext()
  if (context.state === 'suspended') await context.resume()
  const begin = context.currentTime
  for (const [index, frequency] of NOTES[tone].entries()) playNote(context, frequency, begin + index * NOTE_SECONDS)
}

function playNote(audio: AudioContext, frequency: number, at: number): void {
  const oscillator = audio.createOscillator()
  const gain = audio.createGain()
  oscillator.frequency.value = frequency
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.001, at + NOTE_SECONDS * 2)
  oscillator.connect(gain).connect(audio.destination)
  oscillator.start(at)
  oscillator.stop(at + NOTE_SECONDS * 2)
}
