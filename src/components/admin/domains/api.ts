import type { DomainsOverview, DomainView } from '@/operations/tenancy/domainOverview'

/** An answer of the API: what was asked for, or a sentence for the reader where there is one. */
export type Said<T> = { message: null | string; ok: false; status: number } | { ok: true; value: T }

type Refusal = { errors?: { message?: string }[]; message?: string }

const ask = async <T>(path: string, method: string, body?: object): Promise<Said<T>> => {
  try {
    const answer = await fetch(`/api/domains${path}`, {
      ...(body && {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      }),
      method,
    })
    const said = (await answer.json()) as Refusal & T
    if (answer.ok) {
      return { ok: true, value: said }
    }

    return {
      message: said.errors?.[0]?.message ?? said.message ?? null,
      ok: false,
      status: answer.status,
    }
  } catch {
    return { message: null, ok: false, status: 0 }
  }
}

type One = { domain: DomainView }

export const readOverview = () => ask<DomainsOverview>('/overview', 'GET')
export const addDomain = (host: string) => ask<object>('?depth=0', 'POST', { host })
export const checkDomain = (id: string) => ask<One>(`/${id}/check`, 'POST', {})
export const removeDomain = (id: string) => ask<object>(`/${id}?depth=0`, 'DELETE')
export const setMain = (id: string, isPrimary: boolean) =>
  ask<One>(`/${id}/primary`, 'POST', { isPrimary })
