'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import type { EmailDomain } from '@/operations/identity/emailDomains'
import type { DirectoryView } from '@/operations/identity/scimTokens'

import { ask } from './ask'
import { Directory } from './organisation/Directory'
import { Domains } from './organisation/Domains'
import { WORDS } from './organisation/words'
import { wordsIn } from './words'

type Seen = DirectoryView & { domains: EmailDomain[] }

/** On the page of a provider of an organisation's own: the proof of its domains, and its directory. */
export const Organisation = () => {
  const { id, lastUpdateTime } = useDocumentInfo()
  const words = wordsIn(useTranslation().i18n.language, WORDS)
  const [seen, setSeen] = useState<Seen | 'away' | null>(null)
  const load = useCallback(async () => {
    const said = await ask<Seen>(`/api/sign-in-providers/${id}/organisation`)
    setSeen(said.ok ? said.value : 'away')
  }, [id])
  useEffect(() => {
    if (id) {
      // What was saved may name other domains.
      void Promise.resolve(lastUpdateTime).then(load)
    }
  }, [id, lastUpdateTime, load])
  if (!id) {
    return <p className="field-type lectern-empty">{words.save}</p>
  }
  if (seen === 'away') {
    return (
      <p className="field-type" role="alert">
        {words.away}
      </p>
    )
  }

  return (
    <div className="field-type lectern-organisation">
      {seen && (
        <>
          <Domains
            domains={seen.domains}
            key={seen.domains.map(({ domain, isProved }) => `${domain}${isProved}`).join()}
            provider={String(id)}
          />
          <Directory directory={seen} onChange={load} provider={String(id)} />
        </>
      )}
    </div>
  )
}
