import type { Where } from 'payload'

import { z } from 'zod'

import { LONGEST_UPDATE } from '@/domain/marketing/courseUpdates'
import { countReaders, writeUpdate } from '@/operations/marketing/courseUpdates'

import type { SignedIn } from '../support/endpoint'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere, TooMany } from '../support/errors'

type Asked = { course: string; req: SignedIn; tenant: string }

/** Throws unless whoever asks may edit this course of the school; one in the trash nobody edits. */
const requireEditor = async ({ course, req, tenant }: Asked): Promise<void> => {
  const { access } = req.payload.collections.courses.config
  const granted = await access.update({ id: course, req })
  if (!granted) {
    throw new NotAllowed()
  }
  const own: Where[] = [{ id: { equals: course } }, { tenant: { equals: tenant } }]
  const { totalDocs } = await req.payload.count({
    collection: 'courses',
    overrideAccess: true,
    req,
    where: { and: granted === true ? own : [...own, granted] },
  })
  if (totalDocs === 0) {
    throw new NotHere()
  }
}

const path = '/courses/:id/updates'
const input = z.object({ id: z.uuid() })

/** GET /api/courses/:id/updates: how many learners an update would reach now. */
export const courseUpdateReaders = endpoint({
  input,
  method: 'get',
  path,
  run: async ({ input: { id: course }, req, tenant }) => {
    await requireEditor({ course, req, tenant })

    return { recipients: await countReaders({ course, req }) }
  },
})

/**
 * POST /api/courses/:id/updates: mails every learner of the course what has changed in it. One in an
 * hour: 429 with `Retry-After` for another message before, while the same one sends nothing more.
 */
export const writeCourseUpdate = endpoint({
  input: input.extend({ message: z.string().trim().min(1).max(LONGEST_UPDATE) }),
  path,
  run: async ({ input: { id: course, message }, req, tenant }) => {
    await requireEditor({ course, req, tenant })
    const written = await writeUpdate({ course, message, req, tenant })
    if ('wait' in written) {
      throw new TooMany({ seconds: written.wait })
    }

    return { id: written.id, recipients: await countReaders({ course, req }) }
  },
  status: 202,
})
