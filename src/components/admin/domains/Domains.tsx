'use client'

import { Gutter, SetStepNav, toast } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import type { DomainsOverview } from '@/operations/tenancy/domainOverview'

import type { Said } from './api'

import { AddDomain } from './AddDomain'
import { checkDomain, readOverview, removeDomain, setMain } from './api'
import { DomainCard } from './DomainCard'
import { useWords } from './useWords'

/** Milliseconds between two looks at what the checks found, while records are awaited. */
const EVERY_MS = 10_000

const hostOf = (origin: string): string => new URL(origin).host

/** The panel of a school's domains; it follows by itself what checks find out. */
export const Domains = ({ initial }: { initial: DomainsOverview }) => {
  const { words } = useWords()
  const [{ domains, origin, subOrigin }, setOverview] = useState(initial)
  const [busy, setBusy] = useState<{ id: string; with: 'check' | 'other' } | null>(null)
  const [now, setNow] = useState(() => Date.now())

  const refresh = useCallback(async () => {
    const said = await readOverview()
    if (said.ok) {
      setOverview(said.value)
    }
    setNow(Date.now())
  }, [])

  const isAwaiting = domains.some(({ status }) => status !== 'active')
  useEffect(() => {
    const timer = isAwaiting
      ? setInterval(() => {
          if (document.visibilityState === 'visible') {
            void refresh()
          }
        }, EVERY_MS)
      : undefined

    return () => clearInterval(timer)
  }, [isAwaiting, refresh])

  const act = async (id: string, what: 'check' | 'other', run: () => Promise<Said<unknown>>) => {
    setBusy({ id, with: what })
    const said = await run()
    if (!said.ok) {
      toast.error(said.status === 429 ? words.wait : (said.message ?? words.failed))
    }
    await refresh()
    setBusy(null)
  }
  const acts = {
    check: (id: string) => act(id, 'check', () => checkDomain(id)),
    makeMain: (id: string, isPrimary: boolean) => act(id, 'other', () => setMain(id, isPrimary)),
    remove: (id: string) => act(id, 'other', () => removeDomain(id)),
  }

  return (
    <Gutter className="lectern-domains">
      <SetStepNav nav={[{ label: words.title }]} />
      <h1>{words.title}</h1>
      {origin && subOrigin && (
        <>
          <p>{words.intro}</p>
          <dl>
            <div>
              <dt>{words.mainAddress}</dt>
              <dd dir="ltr">{hostOf(origin)}</dd>
            </div>
            {origin !== subOrigin && (
              <div>
                <dt>{words.subDomain}</dt>
                <dd dir="ltr">{hostOf(subOrigin)}</dd>
              </div>
            )}
          </dl>
          <AddDomain onAdded={refresh} />
        </>
      )}
      {domains.length === 0 && <p className="lectern-empty">{words.empty}</p>}
      {domains.map((domain) => (
        <DomainCard
          acts={acts}
          busy={busy?.id === domain.id ? busy.with : null}
          domain={domain}
          key={domain.id}
          now={now}
          withSchool={subOrigin === null}
        />
      ))}
    </Gutter>
  )
}
