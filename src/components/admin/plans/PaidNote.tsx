'use client'

import { Banner, Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { Locale } from '@/domain/tenancy/locales'

import type { PlanActs } from './usePlan'

import { PAID_WORDS } from './paidWords'

/** What the school pays: until when, what is amiss, and the ways out. */
export const PaidNote = ({
  acts,
  isOwner,
  language,
}: {
  acts: PlanActs
  isOwner: boolean
  language: Locale
}) => {
  const words = PAID_WORDS[language]
  const [isAsking, setAsking] = useState(false)
  const { paid, plans } = acts.overview
  if (!paid) {
    return null
  }
  const plan = plans.find(({ id }) => id === paid.plan)
  const until =
    paid.periodEnd &&
    new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(paid.periodEnd))
  const isBusy = acts.busy !== null

  return (
    <section aria-label={words.title} className="lectern-domain lectern-plan__paid">
      <h2>{words.title}</h2>
      {paid.isPastDue && <Banner type="error">{words.pastDue}</Banner>}
      <p>
        {plan && (
          <strong>
            <bdi>{plan.name}</bdi>
          </strong>
        )}
        {until && ` · ${paid.endsAtPeriodEnd ? words.ending(until) : words.renews(until)}`}
      </p>
      {isAsking && until && <p role="status">{words.confirmCancel(until)}</p>}
      {isOwner && (
        <div className="lectern-plan__acts">
          {isAsking ? (
            <>
              <Button
                disabled={isBusy}
                margin={false}
                onClick={() => void acts.cancel().then(() => setAsking(false))}
              >
                {words.cancel}
              </Button>
              <Button
                buttonStyle="secondary"
                disabled={isBusy}
                margin={false}
                onClick={() => setAsking(false)}
              >
                {words.back}
              </Button>
            </>
          ) : (
            <>
              {paid.hasPortal && (
                <Button disabled={isBusy} margin={false} onClick={() => void acts.openPortal()}>
                  {words.portal}
                </Button>
              )}
              <Button
                buttonStyle="secondary"
                disabled={isBusy}
                margin={false}
                onClick={() => (paid.endsAtPeriodEnd ? void acts.resume() : setAsking(true))}
              >
                {paid.endsAtPeriodEnd ? words.resume : words.cancel}
              </Button>
            </>
          )}
        </div>
      )}
    </section>
  )
}
