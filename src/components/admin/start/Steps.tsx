import { Check, Circle } from 'lucide-react'

import type { Locale } from '@/domain/tenancy/locales'
import type { SetupStep } from '@/domain/tenancy/setup'

import { Panel } from './Panel'
import { START_WORDS } from './words'

/** Where each step is done. */
const placeOf = (step: SetupStep, tenant: string): string =>
  ({
    brand: `/admin/collections/tenants/${tenant}`,
    colleague: '/admin/collections/users/create',
    course: '/admin/collections/courses/create',
    domain: '/admin/collections/domains/create',
    home: '/admin/collections/pages',
    lesson: '/admin/collections/lessons/create',
    payments: '/admin/collections/payment-accounts/create',
    price: '/admin/collections/offers/create',
  })[step]

/** The checklist of a young school: each step with why it matters and the way there, ticked by what the school has. */
export const Steps = ({
  language,
  steps,
  tenant,
}: {
  language: Locale
  steps: readonly { done: boolean; step: SetupStep }[]
  tenant: string
}) => {
  const words = START_WORDS[language]
  const done = steps.filter((one) => one.done).length
  if (steps.length === 0) {
    return null
  }

  return (
    <Panel title={words.stepsTitle}>
      <div className="lectern-start__meter">
        <progress aria-label={words.stepsTitle} max={steps.length} value={done} />
        <span>{words.stepsDone(done, steps.length)}</span>
      </div>
      <ol className="lectern-start__steps">
        {steps.map(({ done: isDone, step }) => {
          const { label, why } = words.steps[step]
          const href = placeOf(step, tenant)
          const Mark = isDone ? Check : Circle

          return (
            <li data-done={isDone} key={step}>
              <Mark aria-hidden size={20} strokeWidth={1.5} />
              <div>
                {!isDone ? <a href={href}>{label}</a> : <span>{label}</span>}{' '}
                <span className="lectern-start__sr">{isDone ? words.done : words.toDo}</span>
                {!isDone && <p>{why}</p>}
              </div>
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}
