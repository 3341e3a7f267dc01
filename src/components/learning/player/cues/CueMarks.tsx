'use client'

import { useEffect, useState, type RefObject } from 'react'

import { cn } from '@/components/ui/classes'
import type { FilmCue } from '@/operations/learning/filmCues'

/** Where on the time line the film stops for a question. */
export const CueMarks = ({
  cues,
  video,
}: {
  cues: readonly FilmCue[]
  video: RefObject<HTMLMediaElement | null>
}) => {
  const [length, setLength] = useState(0)
  useEffect(() => {
    const element = video.current
    if (!element) {
      return
    }
    const measure = () => setLength(isFinite(element.duration) ? element.duration : 0)
    measure()
    element.addEventListener('durationchange', measure)

    return () => element.removeEventListener('durationchange', measure)
  }, [video])

  return (
    length > 0 && (
      <div aria-hidden className="pointer-events-none absolute inset-x-[10px] inset-y-0">
        {cues
          .filter(({ at }) => at <= length)
          .map(({ id, answered, at }) => (
            <span
              className={cn(
                'absolute top-1/2 size-2.5 -translate-1/2 rounded-full border-2 border-canvas',
                answered ? 'bg-success' : 'bg-warning',
              )}
              key={id}
              style={{ insetInlineStart: `${(at / length) * 100}%` }}
            />
          ))}
      </div>
    )
  )
}
