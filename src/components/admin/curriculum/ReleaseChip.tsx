'use client'

import { useTranslation } from '@payloadcms/ui'
import { CalendarClock } from 'lucide-react'

import type { ReleaseRule } from '@/domain/catalog/release'

import { tellRelease } from '../release/tell'
import { useReleaseWords } from '../release/words'
import { useBuilder } from './context'

/** When a row opens, at a glance; leads to its rule. */
export const ReleaseChip = ({ onOpen, rule }: { onOpen: () => void; rule: null | ReleaseRule }) => {
  const { curriculum } = useBuilder()
  const { i18n } = useTranslation()
  const words = useReleaseWords()
  if (!rule) {
    return null
  }
  const said = tellRelease(rule, {
    language: i18n.language,
    sections: curriculum.sections,
    words,
  })

  return (
    <button
      aria-label={`${words.edit} ${said}`}
      className="lectern-build__pill lectern-build__release"
      onClick={onOpen}
      title={said}
      type="button"
    >
      <CalendarClock aria-hidden size={14} strokeWidth={1.5} />
      <span>{said}</span>
    </button>
  )
}
