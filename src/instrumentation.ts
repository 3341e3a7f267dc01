/**
 * Believes the proxies in front and nobody else, has every answer say how browsers are to take it, lets the front answer what it keeps, and runs every other
 * web request in the scope of its host before anything else sees it, so that even a query outside any handler
 * is held to one school.
 */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { env } = await import('@/env')
    const { believeProxies, proxiesIn } = await import('@/adapters/web/clientAddress')
    const { openFront, scopeRequests } = await import('@/database/requests')
    const { answerBuiltFile } = await import('@/adapters/cache/builtFiles')
    const { answerKeptPage } = await import('@/adapters/cache/front')
    const { isRenderedAnew } = await import('@/adapters/cache/held')
    const { openGate } = await import('@endpoints/support/gate')
    const { guardAnswer } = await import('@/adapters/web/guardAnswer')
    const { plainTarget } = await import('@/adapters/web/requestTarget')
    const { isOfView } = await import('@/adapters/auth/views')
    const { headersOf } = await import('@endpoints/support/incoming')
    const { COUNTRY_HEADER, LECTERN_STANDBY, TRUSTED_PROXIES } = env()
    const believe = believeProxies({
      also: COUNTRY_HEADER ? [COUNTRY_HEADER.toLowerCase()] : [],
      isProxy: proxiesIn(TRUSTED_PROXIES),
    })
    const guard = guardAnswer(isRenderedAnew)
    scopeRequests((request, response) => {
      plainTarget(request)
      believe(request)
      guard(request, response)

      return isOfView(headersOf(request))
    })
    openFront('built', answerBuiltFile)
    openFront('pages', answerKeptPage)
    if (!LECTERN_STANDBY) {
      openGate()
    }
  }
}
