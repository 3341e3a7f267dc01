'use client'

import { Button, toast, useSelection, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent, type ReactNode } from 'react'

import { wordsIn } from './words'

const WORDS = {
  en: { cancel: 'Cancel', failed: 'This did not work. Try again.' },
  he: { cancel: 'ביטול', failed: 'זה לא הצליח. אפשר לנסות שוב.' },
  ru: { cancel: 'Отмена', failed: 'Не получилось. Попробуйте снова.' },
}

/** Something that staff do to the selected rows, with a reason that those whom it concerns read. */
type Action<Name extends string> = { name: Name; isReasonNeeded: boolean; label: string }

/** Over a list: buttons for what can be done to the rows that are selected in it, each with a reason. */
export const SelectionDesk = <Name extends string>({
  actions,
  children,
  hint,
  onSend,
  reasonLabel,
}: {
  actions: readonly Action<Name>[]
  /** What stands over the buttons. */
  children?: ReactNode
  hint: string
  /** Does it, and answers what to say then; null where it failed. */
  onSend: (given: { action: Name; ids: string[]; reason: string }) => Promise<null | string>
  reasonLabel: string
}) => {
  const { getSelectedIds, toggleAll } = useSelection()
  const router = useRouter()
  const words = wordsIn(useTranslation().i18n.language, WORDS)
  const [chosen, setChosen] = useState<Action<Name> | null>(null)
  const [isBusy, setBusy] = useState(false)
  const ids = getSelectedIds().map(String)
  const send = async (action: Name, reason: string) => {
    const said = await onSend({ action, ids, reason })
    if (said === null) {
      toast.error(words.failed)

      return
    }
    toast.success(said)
    setChosen(null)
    toggleAll()
    router.refresh()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = new FormData(event.currentTarget).get('reason')
    if (chosen) {
      setBusy(true)
      void send(chosen.name, typeof reason === 'string' ? reason : '').finally(() => setBusy(false))
    }
  }

  return (
    <section className="lectern-desk">
      {children}
      <div className="lectern-desk__buttons">
        {actions.map((one) => (
          <Button
            aria-expanded={chosen?.name === one.name}
            buttonStyle="secondary"
            disabled={ids.length === 0}
            key={one.name}
            margin={false}
            onClick={() => setChosen(chosen?.name === one.name ? null : one)}
            size="small"
          >
            {one.label}
          </Button>
        ))}
        <span>{hint}</span>
      </div>
      {chosen && ids.length > 0 && (
        <form className="lectern-release lectern-desk__form" key={chosen.name} onSubmit={submit}>
          <label>
            <span>{reasonLabel}</span>
            <textarea
              dir="auto"
              maxLength={1000}
              name="reason"
              required={chosen.isReasonNeeded}
              rows={2}
            />
          </label>
          <div className="lectern-desk__buttons">
            <Button disabled={isBusy} margin={false} type="submit">
              {chosen.label}
            </Button>
            <Button buttonStyle="secondary" margin={false} onClick={() => setChosen(null)}>
              {words.cancel}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}

/** Sends a change as JSON; what was answered, or null where it was refused or did not come through. */
export const sendChange = async <Answer,>(path: string, body: object): Promise<Answer | null> => {
  const answer = await fetch(path, {
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
    method: 'POST',
  }).catch(() => null)

  return answer?.ok ? ((await answer.json()) as Answer) : null
}
