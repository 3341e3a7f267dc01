'use client'

import { Button, Pill, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import type { EmailDomain } from '@/operations/identity/emailDomains'

import { ask } from '../ask'
import { Copy } from '../domains/Copy'
import { wordsIn } from '../words'
import { WORDS } from './words'

/** The domains of an organisation, each with the record that proves it. */
export const Domains = ({
  domains: first,
  provider,
}: {
  domains: readonly EmailDomain[]
  provider: string
}) => {
  const words = wordsIn(useTranslation().i18n.language, WORDS)
  const [domains, setDomains] = useState(first)
  const [state, setState] = useState<'away' | 'busy' | 'notFound' | 'still'>('still')
  const check = async () => {
    setState('busy')
    const said = await ask<{ domains: EmailDomain[] }>(
      `/api/sign-in-providers/${provider}/domains/check`,
      {},
    )
    if (!said.ok) {
      return setState('away')
    }
    setDomains(said.value.domains)
    setState(said.value.domains.every(({ isProved }) => isProved) ? 'still' : 'notFound')
  }

  return (
    <section>
      <h3>{words.domains}</h3>
      {domains.length === 0 ? (
        <p className="lectern-empty">{words.domainsEmpty}</p>
      ) : (
        <>
          <p className="field-description">{words.domainsHint}</p>
          <ul className="lectern-organisation__list">
            {domains.map(({ name, domain, isProved, value }) => (
              <li key={domain}>
                <p className="lectern-organisation__line">
                  <strong dir="ltr">{domain}</strong>
                  <Pill pillStyle={isProved ? 'success' : 'warning'} size="small">
                    {isProved ? words.proved : words.open}
                  </Pill>
                </p>
                {!isProved && (
                  <>
                    <p className="field-description">TXT · {words.recordName}</p>
                    <Copy text={name} what={words.recordName} />
                    <p className="field-description">{words.recordValue}</p>
                    <Copy text={value} what={words.recordValue} />
                  </>
                )}
              </li>
            ))}
          </ul>
          {domains.some(({ isProved }) => !isProved) && (
            <Button
              buttonStyle="secondary"
              disabled={state === 'busy'}
              onClick={() => void check()}
              size="small"
            >
              {words.check}
            </Button>
          )}
          <p role="status">
            {state === 'still' ? '' : words[state === 'busy' ? 'checking' : state]}
          </p>
        </>
      )}
    </section>
  )
}
