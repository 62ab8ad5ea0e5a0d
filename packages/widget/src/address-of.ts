/** Everything is where the loader is, whatever stands before its name. Pages have had other things in the place of URL. */
export const addressOf = (path: string, { src }: HTMLScriptElement): string => src.replace(/\/[^/?]*(\?.*)?$/, '') + path

export const originOf = (address: string): string => address.split('/', 3).join('/')
