import { z } from 'zod'

import { TEAM_ROLES, WHOLE } from '@/domain/catalog/team'
import { PASSWORD_LENGTH } from '@/domain/identity/credentials'
import { PROFILE_LENGTH } from '@/domain/identity/profile'
import { LOCALES } from '@/domain/tenancy/locales'
import { answerInvitation, invitationOf } from '@/operations/catalog/team/answer'
import { changeMember, removeMember } from '@/operations/catalog/team/change'
import { inviteToTeam, sendInvitation } from '@/operations/catalog/team/invite'
import { mayOn } from '@/operations/catalog/team/rights'
import { teamOf } from '@/operations/catalog/team/view'
import { checkPassword } from '@/operations/identity/passwords'
import { isManager } from '@hooks/access'

import type { SignedIn } from '../support/endpoint'

import { endpoint, publicEndpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'
import { requireEditable } from '../support/editable'
import { floodGate } from '../support/floods'

const place = { role: z.enum(TEAM_ROLES), share: z.number().int().min(0).max(WHOLE) }
const member = z.object({ id: z.uuid() })

const requireManager = (req: SignedIn): void => {
  if (!isManager(req)) {
    throw new NotAllowed()
  }
}

const requireDone = (isDone: boolean): void => {
  if (!isDone) {
    throw new NotHere()
  }
}

/**
 * GET /api/courses/:id/team: `{ left, mayManage, members: [{ id, name, email, role, share, state, expiresAt, isExpired, isOwn,
 * reason }] }`. Managers read all of it; who else sees the course in the admin reads who is in the team, and of the shares
 * (basis points) and addresses their own.
 */
export const courseTeam = endpoint({
  input: z.object({ id: z.uuid() }),
  method: 'get',
  path: '/courses/:id/team',
  run: async ({ input: { id: course }, req, tenant }) => {
    const isWriter = (await req.payload.collections.courses.config.access.update({ req })) !== false
    if (!isWriter && !(await mayOn(req, 'see', course))) {
      throw new NotAllowed()
    }
    if (isManager(req)) {
      await requireEditable({ id: course, collection: 'courses', req, tenant })
    }

    return teamOf({ course, mayManage: isManager(req), req })
  },
})

/**
 * POST /api/courses/:id/team `{ email, role, share }`: invites an address into the team of a course, by a mail whose link
 * works for fourteen days. 201 `{ id }`. 409 alreadyInTeam; 422 sharesExceeded with `most`, the basis points that are left. For managers.
 */
export const inviteInstructor = endpoint({
  input: z.object({ id: z.uuid(), email: z.email().max(254).toLowerCase(), ...place }),
  path: '/courses/:id/team',
  run: async ({ input: { id: course, ...given }, req, tenant }) => {
    requireManager(req)
    const id = await inviteToTeam({ ...given, course, req, tenant })
    if (!id) {
      throw new NotHere()
    }

    return { id }
  },
  status: 201,
})

/** PATCH /api/team/:id `{ role, share }`: another role or share for somebody in a team or invited to it: `{ id }`. 422 sharesExceeded. For managers. */
export const changeInstructor = endpoint({
  input: member.extend(place),
  method: 'patch',
  path: '/team/:id',
  run: async ({ input: { id, ...given }, req, tenant }) => {
    requireManager(req)
    requireDone(await changeMember({ ...given, member: id, req, tenant }))

    return { id }
  },
})

/** POST /api/team/:id/resend: a new link for somebody who has not answered, which ends the one before: `{ id }`. For managers. */
export const resendInvitation = endpoint({
  input: member,
  path: '/team/:id/resend',
  run: async ({ input: { id }, req, tenant }) => {
    requireManager(req)
    requireDone(await sendInvitation({ member: id, req, tenant }))

    return { id }
  },
})

/**
 * POST /api/team/:id/remove `{ reason }`: takes somebody out of a team, or an invitation back, for managers; anybody leaves a
 * team so that they are in. Answers `{ id }`; those concerned read the reason.
 */
export const removeInstructor = endpoint({
  input: member.extend({ reason: z.string().trim().min(1).max(1000) }),
  path: '/team/:id/remove',
  run: async ({ input: { id, reason }, req, tenant }) => {
    const by = { account: String(req.user.id), isManager: isManager(req) }
    requireDone(await removeMember({ by, member: id, reason, req, tenant }))

    return { id }
  },
})

const token = z.object({ token: z.string().min(1).max(100) })

/** Tokens are not guessed: looking for them is slow. */
const guard = floodGate({ most: 30, seconds: 60 })

/**
 * GET /api/team/invitations/:token: `{ author, course, courseId, email, expiresAt, hasAccount, isExpired, role, share, state }`
 * of the invitation that the token of a mail opens; 404 where it opens none.
 */
export const invitation = publicEndpoint({
  input: token,
  method: 'get',
  path: '/team/invitations/:token',
  run: async ({ input, req, tenant }) => {
    guard({ headers: req.headers, now: new Date(), tenant })
    const found = await invitationOf({ ...input, req })
    if (!found) {
      throw new NotHere()
    }

    return found
  },
})

const newcomer = z.object({
  name: z.string().trim().min(1).max(PROFILE_LENGTH.name),
  locale: z.enum(LOCALES).nullable().default(null),
  password: z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most),
})

/**
 * POST /api/team/invitations/:token `{ answer: 'accepted' | 'declined', newcomer?: { name, password, locale? } }`: answers it,
 * once however often it is asked: `{ courseId, isNew, state }`. The account of the address accepts signed in, 422 signInFirst,
 * 409 otherAccount; where there is none, `newcomer` makes it, 422 accountNeeded. 404 for a token that opens nothing; 409
 * invitationClosed, 422 invitationExpired, schoolFull, limitReached, passwordWeak, passwordBreached.
 */
export const answerToInvitation = publicEndpoint({
  input: token.extend({ answer: z.enum(['accepted', 'declined']), newcomer: newcomer.optional() }),
  path: '/team/invitations/:token',
  run: async ({ input, req, tenant }) => {
    guard({ headers: req.headers, now: new Date(), tenant })
    if (input.newcomer) {
      const { name, password } = input.newcomer
      await checkPassword({ chosen: { password, words: [name] }, req })
    }
    const outcome = await answerInvitation({ ...input, req, tenant })
    if (!outcome) {
      throw new NotHere()
    }

    return outcome
  },
})
