import { usePreferences } from '../preferences/use-preferences.ts'
import { closedQueryOf } from './closed-pages.ts'

/** What has ended in the channels that lists show. */
export const useClosedQuery = () => closedQueryOf(usePreferences().channels)
