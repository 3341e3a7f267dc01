'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { Means, Purpose } from '@/domain/identity/consents'

import { ask } from '../ask'
import { wordsIn } from '../words'
import { CONSENT_WORDS } from './consentWords'

type Line = {
  createdAt: string
  id: string
  isGiven: boolean
  means: Means
  page?: null | string
  purpose: Purpose
  version?: null | string
}

/** Lines shown of one person; the list of consents has them all. */
const MOST = 50

/** On a person's form: what they agreed to and took back, the newest first. */
export const PersonConsents = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const [lines, setLines] = useState<'failed' | Line[] | null>(null)
  const words = wordsIn(i18n.language, CONSENT_WORDS)
  const moment = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  useEffect(() => {
    let isCurrent = true
    const query = new URLSearchParams({
      depth: '0',
      limit: String(MOST),
      sort: '-createdAt',
      'where[account][equals]': String(id),
    })
    if (id) {
      void ask<{ docs: Line[] }>(`/api/consents?${query.toString()}`).then((said) => {
        if (isCurrent) {
          setLines(said.ok ? said.value.docs : 'failed')
        }
      })
    }

    return () => {
      isCurrent = false
    }
  }, [id])
  if (!id) {
    return null
  }

  return (
    <section aria-label={words.heading} className="lectern-people__state">
      <h3>{words.heading}</h3>
      <p className="lectern-people__hint">{words.hint}</p>
      {lines === null && <p aria-busy="true">…</p>}
      {lines === 'failed' && <p role="alert">{words.failed}</p>}
      {Array.isArray(lines) && lines.length === 0 && (
        <p className="lectern-people__hint">{words.none}</p>
      )}
      {Array.isArray(lines) && lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line.id}>
              <strong>{words.purposes[line.purpose]}</strong>{' '}
              <span>
                {line.isGiven ? words.given : words.withdrawn} {words.means[line.means]},{' '}
                <time dateTime={line.createdAt}>{moment.format(new Date(line.createdAt))}</time>
              </span>
              {line.page && line.version && (
                <p dir="auto">
                  {line.page}, {words.version(line.version)}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
