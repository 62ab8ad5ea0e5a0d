/** Whether it is the system's error of this code. */
export const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code
