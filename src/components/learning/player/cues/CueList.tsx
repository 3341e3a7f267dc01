'use client'

import { useTranslations } from 'next-intl'

import { Button } from '@/components/ui/Button'
import { leftOpen } from '@/domain/catalog/lessons/cues'
import { clockOf } from '@/domain/media/chapters'
import type { FilmCue } from '@/operations/learning/filmCues'

/** How a learner stands with a question, as a word of `learn.cues`. */
const stateOf = ({ answered }: FilmCue, isOpen: boolean) => {
  if (!answered) {
    return isOpen ? 'open' : 'leftOut'
  }
  const { points, right, waits } = answered.review

  return waits ? 'waits' : right ? 'right' : points > 0 ? 'partly' : 'wrong'
}

/** The questions inside a film; each leads to its moment, and shows what was answered. */
export const CueList = ({
  cues,
  onOpen,
}: {
  cues: readonly FilmCue[]
  onOpen: (cue: string) => void
}) => {
  const t = useTranslations('learn.cues')
  const open = new Set(leftOpen(cues, ({ answered }) => answered))

  return (
    <ol
      aria-label={t('title')}
      className="max-h-96 overflow-y-auto rounded-card border border-line bg-surface p-2"
    >
      {cues.map((cue) => (
        <li key={cue.id}>
          <Button
            className="h-auto min-h-target w-full justify-start gap-4 px-3 py-2 text-start font-normal whitespace-normal"
            onClick={() => onOpen(cue.id)}
            variant="quiet"
          >
            <span className="min-w-14 shrink-0 text-muted tabular-nums">{clockOf(cue.at)}</span>
            <span className="min-w-0 flex-1" dir="auto">
              {cue.question.prompt}
            </span>
            <span className="shrink-0 text-sm text-muted">{t(stateOf(cue, open.has(cue)))}</span>
          </Button>
        </li>
      ))}
    </ol>
  )
}
