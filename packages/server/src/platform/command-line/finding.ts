/** What the doctor has found: in order, worth a look, or in the way of the server. */
export type Finding = { state: 'ok'; what: string } | { state: 'warn' | 'fault'; what: string; remedy: string }

export const ok = (what: string): Finding => ({ state: 'ok', what })
export const warn = (what: string, remedy: string): Finding => ({ state: 'warn', what, remedy })
export const fault = (what: string, remedy: string): Finding => ({ state: 'fault', what, remedy })
