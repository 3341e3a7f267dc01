'use client'

import { createContext, useContext } from 'react'

import type { Picked } from '@/domain/catalog/curriculum/changes'
import type { CurriculumLesson, CurriculumSection } from '@/domain/catalog/curriculum/tree'

import type { Selection } from './useSelection'
import type { Curriculum } from './useCurriculum'
import type { Words } from './words'

/** What a dialog asks about. */
export type Asked =
  | { about: Picked; dialog: 'delete' | 'move' | 'release' }
  | { dialog: 'list'; section: null | string; text: string }

/** What every row of the builder can reach. */
export type Builder = {
  ask: (asked: Asked) => void
  curriculum: Curriculum
  /** Which way the admin runs. */
  dir: 'ltr' | 'rtl'
  /** The row whose title is being written, or null. */
  renaming: null | string
  selection: Selection
  setRenaming: (id: null | string) => void
  /** The length of lessons, in seconds, in words; empty for none. */
  tellLength: (seconds: number) => string
  words: Words
}

const Context = createContext<Builder | null>(null)

export const BuilderProvider = Context.Provider

export const useBuilder = (): Builder => {
  const builder = useContext(Context)
  if (!builder) {
    throw new Error('This belongs into a builder.')
  }

  return builder
}

/** The lessons a picked set comes to, those of its sections included. */
export const lessonsOf = (
  sections: readonly CurriculumSection[],
  { lessons, sections: whole }: Picked,
): CurriculumLesson[] =>
  sections.flatMap((section) =>
    section.lessons.filter(({ id }) => whole.includes(section.id) || lessons.includes(id)),
  )
