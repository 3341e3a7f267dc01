import type { PayloadRequest } from 'payload'

import { moveLessons, moveSections } from '@/domain/catalog/curriculum/arrangement'
import { arrangementOf } from '@/domain/catalog/curriculum/tree'

import type { Copied } from './copy'

import { writePlaces } from './place'
import { readTree } from '../curriculumTree'

/** Puts each copy right after what it was made of; copies that were made with their section stand already. */
export const placeCopies = async ({
  course,
  made: { lessons, of, sections },
  req,
}: {
  course: string
  made: Copied
  req: PayloadRequest
}): Promise<void> => {
  let wanted = arrangementOf((await readTree({ course, req }))?.sections ?? [])
  for (const copy of lessons) {
    const home = wanted.find((branch) => branch.lessons.includes(of.get(copy) ?? ''))
    if (home?.lessons.includes(copy)) {
      const next = home.lessons[home.lessons.indexOf(of.get(copy) ?? '') + 1] ?? null
      wanted = moveLessons(wanted, { before: next, lessons: [copy], section: home.id })
    }
  }
  for (const copy of sections) {
    const ids = wanted.map(({ id }) => id)
    const next = ids[ids.indexOf(of.get(copy) ?? '') + 1] ?? null
    wanted = moveSections(wanted, { before: next, sections: [copy] })
  }
  await writePlaces({ branches: wanted, req, sections: wanted.map(({ id }) => id) })
}
