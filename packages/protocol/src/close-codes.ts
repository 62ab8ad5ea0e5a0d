// Those that clients look for stand apart: the widget carries no more of them.
export const REPLACED = 4009
export const RATE = 4013
export const TOKEN = 4401
export const REVOKED = 4403
export const WITHDRAWN = 4405
export const RELOAD = 4426

/** Why a session was ended. 4000–4099: reconnect, with back-off; 4009 when somebody looks at it again. 4400–4499: do not, until somebody has done something. */
export const CLOSE = {
  shutdown: 4001,
  slowReader: 4008,
  replaced: REPLACED,
  positionLost: 4010,
  noPong: 4012,
  rate: RATE,
  noHello: 4014,
  badFrames: 4400,
  token: TOKEN,
  revoked: REVOKED,
  withdrawn: WITHDRAWN,
  reload: RELOAD,
} as const

export const mayReconnect = (code: number): boolean => code < 4400 || code > 4499
