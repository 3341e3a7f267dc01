'use client'

import { Button, toast, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { callApi } from '@/components/shell/api'

import { StepForm } from './subscription/StepForm'
import { ROUTES, stepsFor, useSubscription } from './subscription/useSubscription'
import { SUBSCRIPTION_WORDS, type SubscriptionStep } from './subscription/words'
import { wordsIn } from './words'

/** On a subscription's form: what staff can do to it as it stands, each after one more question. */
export const SubscriptionDesk = () => {
  const { id: document } = useDocumentInfo()
  const id = document ? String(document) : null
  const { i18n } = useTranslation()
  const router = useRouter()
  const words = wordsIn(i18n.language, SUBSCRIPTION_WORDS)
  const { again, held } = useSubscription(id)
  const [step, setStep] = useState<null | SubscriptionStep>(null)
  const [fault, setFault] = useState<null | string>(null)
  const [isBusy, setBusy] = useState(false)
  const steps = held ? stepsFor(held.subscription, held.mostMonths) : []
  if (!id || !held || steps.length === 0) {
    return null
  }
  const choose = (chosen: null | SubscriptionStep) => {
    setFault(null)
    setStep(chosen)
  }
  const send = async (asked: SubscriptionStep, said: object) => {
    const { body, path } = ROUTES[asked]
    setBusy(true)
    const answer = await callApi(`/api/subscriptions/${id}/${path}`, { body: { ...body, ...said } })
    setBusy(false)
    if (!answer.ok) {
      setFault(answer.code)

      return
    }
    toast.success(words.steps[asked].done)
    choose(null)
    again()
    router.refresh()
  }

  return (
    <section aria-label={words.heading} className="lectern-publication" id="subscription">
      <h3>{words.heading}</h3>
      {step ? (
        <StepForm
          fault={fault}
          id={id}
          isBusy={isBusy}
          locale={i18n.language}
          mostMonths={held.mostMonths}
          onBack={() => choose(null)}
          onSend={(said) => void send(step, said)}
          step={step}
          words={words}
        />
      ) : (
        <div className="lectern-publication-steps">
          {steps.map((one) => (
            <Button
              buttonStyle="secondary"
              id={`subscription-${one}`}
              key={one}
              margin={false}
              onClick={() => choose(one)}
              size="medium"
            >
              {words.steps[one].label}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
