'use client'

import { toast, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import type { Team } from '@/domain/catalog/team'

import { wordsIn } from '../words'
import { TEAM_WORDS } from './words'

/** Changes something of a team; whether it was done. What was refused is said. */
export type Act = (path: string, body: object, method?: 'PATCH' | 'POST') => Promise<boolean>

type Refusal = { code?: string; most?: number }

/** The team of a course, read anew after every change; null until it is known, and where whoever asks may not read it. */
export const useTeam = (course: null | string): { act: Act; team: null | Team } => {
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, TEAM_WORDS)
  const [team, setTeam] = useState<null | Team>(null)
  const read = useCallback(async () => {
    const answer = await fetch(`/api/courses/${course}/team`)
    if (answer.ok) {
      setTeam((await answer.json()) as Team)
    }
  }, [course])
  useEffect(() => {
    const begin = () => void read().catch(() => undefined)
    if (course) {
      begin()
    }
  }, [course, read])
  const act: Act = async (path, body, method = 'POST') => {
    try {
      const answer = await fetch(path, {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
        method,
      })
      if (!answer.ok) {
        const { code = '', most = 0 } = (await answer.json()) as Refusal
        toast.error(
          code === 'sharesExceeded'
            ? words.sharesExceeded(most / 100)
            : (words.refused[code] ?? words.failed),
        )

        return false
      }
      toast.success(words.done)
      await read()

      return true
    } catch {
      toast.error(words.failed)

      return false
    }
  }

  return { act, team }
}
