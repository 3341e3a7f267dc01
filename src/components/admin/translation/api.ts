import type { RuleCode } from '@/domain/errors'
import type { Locale } from '@/domain/tenancy/locales'
import type { Overview } from '@/operations/translation/overview'
import type { Desk } from '@/operations/translation/read'
import type { Standing } from '@/operations/translation/write'

/** An answer of the API, or why there is none: 0 where nobody answered. */
export type Said<T> = { code: null | RuleCode; ok: false; status: number } | { ok: true; value: T }

const ask = async <T>(path: string, method = 'GET', body?: object): Promise<Said<T>> => {
  try {
    const answer = await fetch(`/api/translations/${path}`, {
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      keepalive: method !== 'GET',
      method,
    })
    const said = (await answer.json()) as { code?: RuleCode } & T

    return answer.ok
      ? { ok: true, value: said }
      : { code: said.code ?? null, ok: false, status: answer.status }
  } catch {
    return { code: null, ok: false, status: 0 }
  }
}

/** The document of a tab: its collection and id, as the API names it. */
export type Document = { documents: string; id: string }

type Source = { from: string; key: string }

const at = ({ id, documents }: Document) => `of/${documents}/${id}`

export const readDesk = (document: Document, locale: null | string) =>
  ask<Desk>(`${at(document)}${locale ? `?locale=${locale}` : ''}`)

export const readOverview = (course: string) => ask<Overview>(`course/${course}`)

export const saveText = (document: Document, locale: Locale, text: Source & { text: string }) =>
  ask<Standing>(`${at(document)}/${locale}`, 'PATCH', { texts: [text] })

export const confirmText = (document: Document, locale: Locale, text: Source) =>
  ask<Standing>(`${at(document)}/${locale}/confirm`, 'POST', { texts: [text] })
