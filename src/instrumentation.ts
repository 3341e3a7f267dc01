/**
 * Runs every web request in the scope of its host before anything else sees it, so that even a query
 * outside any handler is held to one school.
 */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { scopeRequests } = await import('@/database/requests')
    scopeRequests()
  }
}
