/**
 * Believes the proxies in front and nobody else, lets the front answer what it keeps, and runs every other
 * web request in the scope of its host before anything else sees it, so that even a query outside any handler
 * is held to one school.
 */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { env } = await import('@/env')
    const { believeProxies, proxiesIn } = await import('@/adapters/web/clientAddress')
    const { openFront, scopeRequests } = await import('@/database/requests')
    const { answerKeptPage } = await import('@/adapters/cache/front')
    const { COUNTRY_HEADER, TRUSTED_PROXIES } = env()
    scopeRequests(
      believeProxies({
        also: COUNTRY_HEADER ? [COUNTRY_HEADER.toLowerCase()] : [],
        isProxy: proxiesIn(TRUSTED_PROXIES),
      }),
    )
    openFront('pages', answerKeptPage)
  }
}
