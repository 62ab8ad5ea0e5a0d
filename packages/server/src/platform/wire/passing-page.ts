import type { Page } from '@portico/protocol/conversations'
import { pageAddress, pageTitle } from '@portico/protocol/page-address'

/** With these a page fits what nodes say to each other in passing, whatever is written in it. */
const URL_SAID_MAX = 200
const TITLE_SAID_MAX = 60

/** A page as it is told in passing: without secrets, and short. The widget masks it before; whoever else speaks the protocol may not. */
export const passingPage = ({ url, title }: Page): Page => ({
  url: cut(pageAddress(url, 'masked'), URL_SAID_MAX),
  title: cut(pageTitle(title), TITLE_SAID_MAX),
})

const cut = (text: string, codePointsMax: number): string =>
  Array.from(text.slice(0, 2 * codePointsMax))
    .slice(0, codePointsMax)
    .join('')
    .toWellFormed()
