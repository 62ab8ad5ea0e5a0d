/** The language's own, whatever the page has put in its place: no other is what an async function answers with. */
export const OwnPromise = (async () => {})().constructor as PromiseConstructor // of a promise of the language
