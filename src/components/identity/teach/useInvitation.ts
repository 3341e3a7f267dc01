'use client'

import { useCallback, useEffect, useState } from 'react'

import type { AnswerOutcome, Invitation } from '@/domain/catalog/team'

import { callApi, type Answer } from '../../shell/api'
import { useQuery } from '../../shell/useQuery'

/** What the page knows of its invitation: nothing yet, that there is none, or the invitation and who looks at it. */
type Known = 'loading' | 'missing' | { invitation: Invitation; reader: null | string }

type Newcomer = { locale: string; name: string; password: string }

const pathOf = (token: string): string => `/api/team/invitations/${encodeURIComponent(token)}`

/** The invitation that the token of the page's address opens, and how it is answered; `reader` is the address of whoever is signed in. */
export const useInvitation = () => {
  const query = useQuery()
  const token = query?.get('token') ?? ''
  const [known, setKnown] = useState<Known>('loading')
  const read = useCallback(async () => {
    if (token === '') {
      setKnown('missing')

      return
    }
    const [invitation, session] = await Promise.all([
      callApi<Invitation>(pathOf(token)),
      callApi<{ user: null | { email: string } }>('/api/session'),
    ])
    const reader = session.ok ? (session.data.user?.email ?? null) : null
    setKnown(invitation.ok ? { invitation: invitation.data, reader } : 'missing')
  }, [token])
  useEffect(() => {
    const begin = () => void read()
    if (query) {
      begin()
    }
  }, [query, read])

  return {
    answer: (
      answer: 'accepted' | 'declined',
      newcomer?: Newcomer,
    ): Promise<Answer<AnswerOutcome>> =>
      callApi(pathOf(token), { body: { answer, ...(newcomer && { newcomer }) } }),
    known,
    /** Path of this very page, to come back to. */
    path: `/teaching-invitation?token=${encodeURIComponent(token)}`,
  }
}
