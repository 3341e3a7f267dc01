'use client'

import { useAuth, useTranslation } from '@payloadcms/ui'

import { MANAGERS } from '@/domain/identity/roles'

import { SelectionDesk, sendChange } from './SelectionDesk'
import { wordsIn } from './words'

const WORDS = {
  en: {
    done: (count: number) => `Changed: ${String(count)}`,
    front: 'To the front',
    hint: 'Select people who wait, to put them first or to take them off the list.',
    reason: 'Reason, which they can read',
    remove: 'Remove',
  },
  he: {
    done: (count: number) => `שונו: ${String(count)}`,
    front: 'לראש התור',
    hint: 'אפשר לבחור ממתינים כדי להעביר אותם לראש התור או להסיר אותם.',
    reason: 'סיבה, שהם יכולים לקרוא',
    remove: 'הסרה',
  },
  ru: {
    done: (count: number) => `Изменено: ${String(count)}`,
    front: 'В начало очереди',
    hint: 'Выберите тех, кто ждёт, чтобы поставить их первыми или убрать из списка.',
    reason: 'Причина, они смогут её прочитать',
    remove: 'Убрать',
  },
}

/** Over the waitlists: puts whoever is selected first, or takes them off, with a reason. */
export const WaitlistDesk = () => {
  const { user } = useAuth<{ id: string; roles?: string[] }>()
  const words = wordsIn(useTranslation().i18n.language, WORDS)
  if (!user?.roles?.some((role) => [...MANAGERS, 'superAdmin'].some((one) => one === role))) {
    return null
  }

  return (
    <SelectionDesk
      actions={(['front', 'remove'] as const).map((name) => ({
        name,
        isReasonNeeded: true,
        label: words[name],
      }))}
      hint={words.hint}
      onSend={async ({ action, ids, reason }) => {
        const answer = await sendChange<{ changed: number }>('/api/waitlist-entries/changes', {
          action,
          entries: ids,
          reason,
        })

        return answer && words.done(answer.changed)
      }}
      reasonLabel={words.reason}
    />
  )
}
