/**
 * Lets the front answer what it keeps, and runs every other web request in the scope of its host before
 * anything else sees it, so that even a query outside any handler is held to one school.
 */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { openFront, scopeRequests } = await import('@/database/requests')
    const { answerKeptPage } = await import('@/adapters/cache/front')
    scopeRequests()
    openFront('pages', answerKeptPage)
  }
}
