// Safari ends the composition before it tells of the Enter that ended it: only this code says whose that Enter was.
const INPUT_METHOD_CODE = 229

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'isComposing' | 'keyCode'>

/** Enter sends, Shift+Enter breaks the line; an input method that composes has the Enter for itself. */
export const sendsMessage = ({ key, shiftKey, isComposing, keyCode }: Press): boolean =>
  key === 'Enter' && !shiftKey && !isComposing && keyCode !== INPUT_METHOD_CODE
