import type { Person } from './buying'
import type { Visitor } from './visitor'

import { make } from './admin'
import { buy, confirmed, curriculum, newPerson } from './buying'
import { eventually } from './eventually'
import { runSchool, type RunSchool } from './runSchool'
import { visitorAt } from './visitor'

/** A course of a school that no other test knows, and somebody who has finished it. */
export type Finished = {
  course: string
  lesson: string
  offer: string
  owner: Visitor
  person: Person
  reader: Visitor
  school: RunSchool
  serial: string
  slug: string
  title: string
}

/** Makes a free course of one text, in a school of its own unless one is given, and has somebody take it to its certificate. */
export const finishedCourse = async (given: {
  name: string
  school?: RunSchool
  title: string
}): Promise<Finished> => {
  const { name, title } = given
  const school = given.school ?? (await runSchool('A school that finishes'))
  const { host, owner } = school
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
  const reader = await confirmed(visitorAt(host), person)
  await buy(reader, slug)
  await reader.post('/api/progress/completed', { lesson })
  await eventually(async () => (await curriculum(reader, slug)).enrollment?.completedAt)
  const { serial } = await eventually(
    async () =>
      (await reader.get('/api/certificates?depth=0')).json<{ docs: { serial: string }[] }>()
        .docs[0],
  )

  return { slug, course, lesson, offer, owner, person, reader, school, serial, title }
}
