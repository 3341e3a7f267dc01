'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'

import { STAFF } from '@/domain/identity/roles'

import { ask } from '../ask'
import { wordsIn } from '../words'
import { VIEW_WORDS } from './viewWords'

type Viewer = null | { permissions?: null | string[]; roles?: null | string[] }

type Person = {
  customRole?: unknown
  id: string
  name: string
  roles?: null | readonly string[]
  status: string
}

const VIEWERS = ['owner', 'admin', 'support']

/** Whether somebody may see the school as learners do; the server has the last word. */
export const mayView = (user: unknown): boolean => {
  const { permissions, roles } = (user as Viewer) ?? {}

  return (
    VIEWERS.some((role) => roles?.includes(role)) ||
    permissions?.includes('learners.write') === true
  )
}

const isSeen = ({ customRole, roles, status }: Person): boolean =>
  status === 'active' && !customRole && !STAFF.some((role) => roles?.includes(role))

/** Has this browser see the school as a learner does; nothing for whoever works in the school, or cannot sign in now. */
export const ViewButton = ({ language, person }: { language: string; person: Person }) => {
  const words = wordsIn(language, VIEW_WORDS)
  const [isBusy, setBusy] = useState(false)
  const view = async () => {
    setBusy(true)
    const said = await ask(`/api/people/${person.id}/view`, {})
    if (said.ok) {
      location.assign(new URL('/dashboard', location.href))

      return
    }
    setBusy(false)
    const code = String(said.said.code)
    toast.error(
      code in words.refusals
        ? words.refusals[code as keyof typeof words.refusals]
        : said.status === 403
          ? words.forbidden
          : words.failed,
    )
  }

  return (
    isSeen(person) && (
      <button
        aria-label={words.viewAs(person.name)}
        className="lectern-build__button"
        data-second
        disabled={isBusy}
        onClick={() => void view()}
        type="button"
      >
        {words.view}
      </button>
    )
  )
}
