'use client'

import { useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import type { RestoreDesk, ShownRestore } from '@/operations/tenancy/schoolRestores'

import { ask } from '../../ask'
import { wordsIn } from '../../words'
import { Panel } from '../Panel'
import { ChooseRestore } from './ChooseRestore'
import { momentOf } from './moment'
import { Outcome } from './Outcome'
import { Preview } from './Preview'
import { Progress } from './Progress'
import { RESTORE_WORDS } from './words'

/** Milliseconds between two looks at a restore that is under way. */
const EVERY_MS = 2_000

/** For so long a look at what a restore would do can be acted upon. */
const HOUR = 3_600_000

const isOpenLook = ({ error, finishedAt, replaces }: ShownRestore): boolean =>
  !replaces && error === null && finishedAt !== null && Date.now() - Date.parse(finishedAt) < HOUR

/** Takes a school back to the moment of a backup: chosen, looked at, confirmed by its name, and followed until it is done; for the platform's staff. */
export const RestorePanel = () => {
  const { language } = useTranslation().i18n
  const words = wordsIn(language, RESTORE_WORDS)
  const [desk, setDesk] = useState<'away' | null | RestoreDesk>(null)
  const [left, setLeft] = useState<null | string>(null)
  const load = useCallback(async () => {
    const said = await ask<RestoreDesk>('/api/restores')
    setDesk((known) => (said.ok ? said.value : (known ?? 'away')))
  }, [])
  const last = desk !== null && desk !== 'away' ? desk.restores[0] : undefined
  const isUnderWay = last?.finishedAt === null
  useEffect(() => {
    void Promise.resolve().then(load)
    if (isUnderWay) {
      const timer = setInterval(() => void load(), EVERY_MS)

      return () => clearInterval(timer)
    }
  }, [isUnderWay, load])
  if (desk === null || desk === 'away') {
    return (
      <Panel empty={desk === 'away' ? words.away : null} title={words.title}>
        <p>{words.lead}</p>
      </Panel>
    )
  }
  const look = last && last.id !== left && isOpenLook(last) ? last : null
  const past = desk.restores.filter(({ finishedAt, replaces }) => replaces && finishedAt !== null)

  return (
    <Panel title={words.title}>
      <div className="lectern-restore">
        <p>{words.lead}</p>
        {last && isUnderWay && <Progress restore={last} words={words} />}
        {look && (
          <Preview
            key={look.id}
            language={language}
            look={look}
            onAsked={load}
            onLeft={() => setLeft(look.id)}
            words={words}
          />
        )}
        {last && !isUnderWay && !look && last.id !== left && (
          <Outcome language={language} restore={last} words={words} />
        )}
        {!isUnderWay && !look && (
          <ChooseRestore desk={desk} language={language} onAsked={load} words={words} />
        )}
        {past.length > 0 && (
          <details>
            <summary>{words.past}</summary>
            <ul className="lectern-start__rows">
              {past.map(({ id, backup, error, schoolName }) => (
                <li key={id}>
                  <p>
                    {error === null
                      ? words.done(schoolName, momentOf(backup, language))
                      : words.broken(error)}
                  </p>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Panel>
  )
}
