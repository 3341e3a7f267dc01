'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { LookedAt } from '@/domain/catalog/publication/checklist'

import type { PublicationWords } from './words'

import { ask } from '../ask'
import { Findings } from './Checklist'

/** Looks at the other sites that a course leads to, when asked, and lists those at which nothing is. */
export const Links = ({ course, words }: { course: string; words: PublicationWords }) => {
  const [looked, setLooked] = useState<'failed' | LookedAt | null>(null)
  const [isLooking, setLooking] = useState(false)

  const look = async () => {
    setLooking(true)
    const said = await ask<LookedAt>(`/api/courses/${course}/links`, {})
    setLooked(said.ok ? said.value : 'failed')
    setLooking(false)
  }

  return (
    <div aria-busy={isLooking} className="lectern-links">
      <Button
        buttonStyle="secondary"
        disabled={isLooking}
        margin={false}
        onClick={() => void look()}
        size="medium"
      >
        {isLooking ? words.looking : words.lookAtLinks}
      </Button>
      <div role="status">
        {looked === 'failed' && <p>{words.failed}</p>}
        {looked && looked !== 'failed' && (
          <>
            <p>{words.looked(looked.asked, looked.dead.length)}</p>
            <Findings findings={looked.dead} words={words} />
            {looked.unsure.length > 0 && (
              <details>
                <summary>{words.unsure(looked.unsure.length)}</summary>
                <ul>
                  {looked.unsure.map((url) => (
                    <li key={url}>
                      <a dir="ltr" href={url} rel="noopener noreferrer" target="_blank">
                        {url}
                      </a>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </>
        )}
      </div>
    </div>
  )
}
