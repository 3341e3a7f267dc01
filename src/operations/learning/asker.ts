import type { PayloadRequest } from 'payload'

import { AUTHORS } from '@/domain/identity/roles'

/** Who asks for a course or a lesson: nobody signed in, a learner, or somebody who writes courses. */
export type Asker = { isAuthor: boolean; learner: null | string }

type Person = { id: string; roles?: null | readonly string[] }

/** Whoever makes the request, as the learning pages see them. */
export const askerOf = ({ user }: Pick<PayloadRequest, 'user'>): Asker => {
  const person = user as unknown as null | Person
  const roles: readonly string[] = [...AUTHORS, 'superAdmin']

  return {
    isAuthor: Boolean(person?.roles?.some((role) => roles.includes(role))),
    learner: person?.id ?? null,
  }
}
