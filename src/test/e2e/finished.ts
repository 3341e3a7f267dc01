import type { Person } from './buying'
import type { Visitor } from './visitor'

import { make } from './admin'
import { buy, confirmedVisitor, curriculum, newPerson } from './buying'
import { eventually } from './eventually'
import { signedIn } from './visitor'

/** A course of Aurora that no other test knows, and somebody who has finished it. */
export type Finished = {
  course: string
  lesson: string
  offer: string
  owner: Visitor
  person: Person
  reader: Visitor
  serial: string
  slug: string
  title: string
}

/** Makes a free course of one text, and has somebody take it to its certificate. */
export const finishedCourse = async (given: { name: string; title: string }): Promise<Finished> => {
  const { name, title } = given
  const owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
  const slug = `finished-${Date.now().toString(36)}-${process.pid}`
  const course = await make(owner, 'courses', { slug, _status: 'published', title })
  const section = await make(owner, 'sections', { course, title: 'All of it' })
  const lesson = await make(owner, 'lessons', {
    _status: 'published',
    isPreview: true,
    isRequired: true,
    kind: 'text',
    section,
    title: 'The one lesson',
  })
  const offer = await make(owner, 'offers', {
    course,
    isActive: true,
    isDefault: true,
    kind: 'free',
    prices: [],
    title: 'For nothing',
  })
  const person = newPerson(name)
  const reader = await confirmedVisitor('aurora', person)
  await buy(reader, slug)
  await reader.post('/api/progress/completed', { lesson })
  await eventually(async () => (await curriculum(reader, slug)).enrollment?.completedAt)
  const { serial } = await eventually(
    async () =>
      (await reader.get('/api/certificates?depth=0')).json<{ docs: { serial: string }[] }>()
        .docs[0],
  )

  return { slug, course, lesson, offer, owner, person, reader, serial, title }
}
