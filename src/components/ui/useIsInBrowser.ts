import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether this runs in a browser, and not while a page is rendered for one: what their languages' data call differently has to wait. */
export const useIsInBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
