'use client'

import { getTranslation } from '@payloadcms/translations'
import { Button, Gutter, useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useState, type FormEvent } from 'react'

import type { AuditEntry } from '@/domain/identity/auditTable'

import { ask } from './ask'
import { AuditRow } from './audit/AuditRow'
import { OPERATIONS } from './audit/operations'
import { VerifyAudit } from './audit/VerifyAudit'
import { AUDIT_WORDS } from './audit/words'
import { FileLink } from './FileLink'
import { DESK_WORDS } from './people/deskWords'
import { useSchoolZone } from './useSchoolZone'
import { wordsIn } from './words'

type Page = { entries: AuditEntry[]; next: null | number }
type Found = 'failed' | null | Page

const FIELDS = ['person', 'operation', 'collection', 'from', 'to'] as const

/** What was typed, as a query without what is empty. */
const queryOf = (form: FormData): string =>
  new URLSearchParams(
    FIELDS.flatMap((name): [string, string][] => {
      const value = form.get(name)
      const text = typeof value === 'string' ? value.trim() : ''

      return text ? [[name, text]] : []
    }),
  ).toString()

/** Above the journal: the audit log by whose, what, where and when, its export, and the proof that it is as it was written. */
export const AuditDesk = () => {
  const { i18n } = useTranslation()
  const zone = useSchoolZone()
  const words = wordsIn(i18n.language, AUDIT_WORDS)
  const operations = wordsIn(i18n.language, OPERATIONS)
  const { roles } = wordsIn(i18n.language, DESK_WORDS)
  const { collections } = useConfig().config
  const kinds = new Map(
    collections.map(({ slug, labels }) => [slug as string, getTranslation(labels.plural, i18n)]),
  )
  const [found, setFound] = useState<Found>(null)
  const [query, setQuery] = useState('')
  const [isBusy, setBusy] = useState(true)
  const moments = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: zone ?? undefined,
  })
  const look = async (asked: string, earlier: AuditEntry[], before?: number) => {
    setBusy(true)
    const cursor = before === undefined ? '' : `${asked ? '&' : ''}before=${before}`
    const told = await ask<Page>(`/api/audit?${asked}${cursor}`)
    setFound(told.ok ? { ...told.value, entries: [...earlier, ...told.value.entries] } : 'failed')
    setBusy(false)
  }
  useEffect(() => {
    let isGone = false
    void ask<Page>('/api/audit').then((told) => {
      if (!isGone) {
        setFound(told.ok ? told.value : 'failed')
        setBusy(false)
      }
    })

    return () => {
      isGone = true
    }
  }, [])
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const asked = queryOf(new FormData(event.currentTarget))
    setQuery(asked)
    void look(asked, [])
  }
  const input = (name: (typeof FIELDS)[number], label: string) => (
    <label className="lectern-finance__field">
      <span>{label}</span>
      <input
        maxLength={200}
        name={name}
        type={name === 'from' || name === 'to' ? 'date' : 'text'}
      />
    </label>
  )
  const page = found === 'failed' ? null : found

  return (
    <Gutter>
      <section aria-label={words.heading} className="lectern-finance lectern-audit" id="audit">
        <h2>{words.heading}</h2>
        <p>{words.lead}</p>
        <form onSubmit={search} role="search">
          {input('person', words.person)}
          {input('operation', words.operation)}
          {input('collection', words.collection)}
          {input('from', words.from)}
          {input('to', words.to)}
          <Button disabled={isBusy} size="medium" type="submit">
            {isBusy ? words.searching : words.find}
          </Button>
        </form>
        <div className="lectern-audit__means">
          <FileLink className="lectern-audit__export" href={`/api/audit.csv?${query}`}>
            {words.export}
          </FileLink>
          <VerifyAudit language={i18n.language} words={words} />
        </div>
        <div aria-live="polite">
          {found === 'failed' && <p>{words.failed}</p>}
          {page?.entries.length === 0 && <p>{words.none}</p>}
        </div>
        {page && page.entries.length > 0 && (
          <div aria-label={words.heading} className="lectern-books" role="region" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.number}</th>
                  <th scope="col">{words.when}</th>
                  <th scope="col">{words.actor}</th>
                  <th scope="col">{words.change}</th>
                  <th scope="col">{words.row}</th>
                  <th scope="col">{words.details}</th>
                </tr>
              </thead>
              <tbody>
                {page.entries.map((entry) => (
                  <AuditRow
                    entry={entry}
                    key={entry.number}
                    kind={kinds.get(entry.collection ?? '')}
                    moment={(at) => moments.format(new Date(at))}
                    operation={operations[entry.operation]}
                    roles={roles}
                    words={words}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {page?.next && (
          <Button
            buttonStyle="secondary"
            disabled={isBusy}
            onClick={() => void look(query, page.entries, page.next ?? undefined)}
            size="medium"
          >
            {words.more}
          </Button>
        )}
      </section>
    </Gutter>
  )
}
