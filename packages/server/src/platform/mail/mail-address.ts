/** What nobody's mailbox is called would end the address, or begin another header. */
const ADDRESS = /^[^\s<>()[\],;:"\\@]+@[^\s<>()[\],;:"\\@]+$/

export const isMailAddress = (text: string): boolean => ADDRESS.test(text)
