'use client'

import { Button, toast } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { Step } from '@/domain/catalog/publication/workflow'
import type { Publication } from '@/operations/catalog/publication'

import type { Said, usePublication } from './usePublication'
import type { PublicationWords } from './words'

import { StepForm } from './StepForm'

/** What asks for the form of a submission from elsewhere on the page. */
export const SUBMITS = 'lectern-publication-submit'

/** The steps that have a button here, in its order; the form's own buttons take the others. */
const OFFERED: readonly Step[] = [
  'submit',
  'approve',
  'reject',
  'reopen',
  'answer',
  'withdraw',
  'archive',
]

const MAIN: readonly Step[] = ['approve', 'submit', 'reopen']

/** The steps that may be taken with a course now, each with a place for words. */
export const Steps = ({
  onTaken,
  publication: { checklist, steps },
  take,
  words,
}: {
  onTaken: (step: Step) => void
  publication: Publication
  take: ReturnType<typeof usePublication>['step']
  words: PublicationWords
}) => {
  const [open, setOpen] = useState<null | Step>(null)
  const [isBusy, setBusy] = useState(false)
  const offered = OFFERED.filter((step) => steps.includes(step))
  useEffect(() => {
    const submit = () => setOpen('submit')
    window.addEventListener(SUBMITS, submit)

    return () => window.removeEventListener(SUBMITS, submit)
  }, [])
  const run = async (step: Step, said: Said) => {
    setBusy(true)
    const code = await take(step, said)
    setBusy(false)
    if (code !== null) {
      toast.error(words.codes[code] ?? words.failed)

      return
    }
    setOpen(null)
    toast.success(words.done[step])
    onTaken(step)
  }
  if (open && offered.includes(open)) {
    return (
      <StepForm
        findings={checklist}
        isBusy={isBusy}
        key={open}
        onCancel={() => setOpen(null)}
        onTake={(said) => void run(open, said)}
        step={open}
        words={words}
      />
    )
  }

  return (
    <div className="lectern-publication-steps">
      {offered.map((step) => (
        <Button
          buttonStyle={MAIN.includes(step) ? 'primary' : 'secondary'}
          disabled={isBusy}
          id={`publication-${step}`}
          key={step}
          margin={false}
          onClick={() => setOpen(step)}
          size="medium"
        >
          {words.step[step]}
        </Button>
      ))}
    </div>
  )
}
