'use client'

import { Button, toast, useAuth, useSelection, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'

import { MANAGERS } from '@/domain/identity/roles'

import { wordsIn } from './words'

const WORDS = {
  en: {
    cancel: 'Cancel',
    done: (count: number) => `Changed: ${String(count)}`,
    failed: 'This did not work. Try again.',
    front: 'To the front',
    hint: 'Select people who wait, to put them first or to take them off the list.',
    reason: 'Reason, which they can read',
    remove: 'Remove',
  },
  he: {
    cancel: 'ביטול',
    done: (count: number) => `שונו: ${String(count)}`,
    failed: 'זה לא הצליח. אפשר לנסות שוב.',
    front: 'לראש התור',
    hint: 'אפשר לבחור ממתינים כדי להעביר אותם לראש התור או להסיר אותם.',
    reason: 'סיבה, שהם יכולים לקרוא',
    remove: 'הסרה',
  },
  ru: {
    cancel: 'Отмена',
    done: (count: number) => `Изменено: ${String(count)}`,
    failed: 'Не получилось. Попробуйте снова.',
    front: 'В начало очереди',
    hint: 'Выберите тех, кто ждёт, чтобы поставить их первыми или убрать из списка.',
    reason: 'Причина, они смогут её прочитать',
    remove: 'Убрать',
  },
}

/** Over the waitlists: puts whoever is selected first, or takes them off, with a reason. */
export const WaitlistDesk = () => {
  const { user } = useAuth<{ id: string; roles?: string[] }>()
  const { getSelectedIds, toggleAll } = useSelection()
  const router = useRouter()
  const words = wordsIn(useTranslation().i18n.language, WORDS)
  const [action, setAction] = useState<'front' | 'remove' | null>(null)
  const [isBusy, setBusy] = useState(false)
  const entries = getSelectedIds().map(String)
  if (!user?.roles?.some((role) => [...MANAGERS, 'superAdmin'].some((one) => one === role))) {
    return null
  }
  const send = async (reason: FormDataEntryValue | null) => {
    const answer = await fetch('/api/waitlist-entries/changes', {
      body: JSON.stringify({ action, entries, reason }),
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    }).catch(() => null)
    if (!answer?.ok) {
      toast.error(words.failed)

      return
    }
    toast.success(words.done(((await answer.json()) as { changed: number }).changed))
    setAction(null)
    toggleAll()
    router.refresh()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    void send(new FormData(event.currentTarget).get('reason')).finally(() => setBusy(false))
  }

  return (
    <section className="lectern-desk">
      <div className="lectern-desk__buttons">
        {(['front', 'remove'] as const).map((one) => (
          <Button
            aria-expanded={action === one}
            buttonStyle="secondary"
            disabled={entries.length === 0}
            key={one}
            margin={false}
            onClick={() => setAction(action === one ? null : one)}
            size="small"
          >
            {words[one]}
          </Button>
        ))}
        <span>{words.hint}</span>
      </div>
      {action && entries.length > 0 && (
        <form className="lectern-release lectern-desk__form" onSubmit={submit}>
          <label>
            <span>{words.reason}</span>
            <textarea dir="auto" maxLength={1000} name="reason" required rows={2} />
          </label>
          <div className="lectern-desk__buttons">
            <Button disabled={isBusy} margin={false} type="submit">
              {words[action]}
            </Button>
            <Button buttonStyle="secondary" margin={false} onClick={() => setAction(null)}>
              {words.cancel}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
