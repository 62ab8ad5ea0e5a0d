import { request } from './request.ts'

/** Sends a file as it is: it is the whole body. */
export const sendFile = <Answer>(path: string, file: File): Promise<Answer> => request<Answer>(path, { method: 'POST', file })
