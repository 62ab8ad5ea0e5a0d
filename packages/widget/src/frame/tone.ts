const NOTES = [
  { hertz: 880, at: 0 },
  { hertz: 1174.66, at: 0.09 },
]
const LOUDNESS = 0.12
const LENGTH = 0.35

/** Two short notes, made here: no file is fetched. Silent where the browser wants a click first. */
export function playTone(): void {
  const audio = new AudioContext()
  for (const { hertz, at } of NOTES) {
    const start = audio.currentTime + at
    const note = new OscillatorNode(audio, { type: 'sine', frequency: hertz })
    const volume = new GainNode(audio, { gain: 0 })
    volume.gain.setValueAtTime(LOUDNESS, start)
    volume.gain.exponentialRampToValueAtTime(0.001, start + LENGTH)
    note.connect(volume).connect(audio.destination)
    note.start(start)
    note.stop(start + LENGTH)
    if (at > 0) note.addEventListener('ended', () => void audio.close())
  }
}
