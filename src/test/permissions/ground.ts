import type { Payload } from 'payload'

import type { Ground } from './documents'

import { factories } from '@/test/factories'

/** A course with a section and somebody to learn in it, so that a document to be created has what it points at. */
export const groundOf = async ({
  payload,
  tenant,
}: {
  payload: Payload
  tenant: string
}): Promise<Ground> => {
  const make = factories(payload)
  const { id: course } = await make.course({ tenant })
  const { id: section } = await make.section({ course, tenant })
  const { id: learner } = await make.user({ tenant })

  return { course, learner, section, tenant }
}
