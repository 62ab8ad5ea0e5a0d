/** Why a session was ended. 4000–4099: reconnect, with back-off; 4009 when somebody looks at it again. 4400–4499: do not, until somebody has done something. */
export const CLOSE = {
  shutdown: 4001,
  slowReader: 4008,
  replaced: 4009,
  positionLost: 4010,
  noPong: 4012,
  rate: 4013,
  noHello: 4014,
  badFrames: 4400,
  token: 4401,
  revoked: 4403,
  withdrawn: 4405,
  reload: 4426,
} as const

export const mayReconnect = (code: number): boolean => code < 4400 || code > 4499
