import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PackageKept } from '@/domain/learning/packages'
import type { ScormVersion } from '@/domain/media/scorm/manifest'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { isPackageDone, keptOf } from '@/domain/learning/packages'
import { stateIn, wordsFor } from '@/domain/learning/packageWords'
import { packageHost } from '@/domain/tenancy/packageHosts'
import { env } from '@/env'
import { originOf } from '@/operations/tenancy/origins'

import { whileActive } from './activity'
import { completeLesson } from './complete'
import { packageAsked, packageToken } from './packageLink'
import { percentNow } from './rollUp'
import { seatOf } from './seat'
import { lessonFor } from './seenLessons'

/** How a package is opened: the page to frame, the origin it speaks from, and what it is told. */
export type Launch = { cmi: unknown; origin: string; src: string; token: string }

type Given = {
  /** Whether they write lessons: they see the newest version, and nothing of theirs is kept. */
  isAuthor: boolean
  learner: { id: string; name: string }
  lesson: string
  /** Where the lesson's page stands; the package speaks to it alone. */
  origin: string
  req: PayloadRequest
  tenant: string
}

/** A lesson as its author wrote it last. */
const NEWEST = (lesson: string) => sql`(
  select l.id, coalesce(v.version_kind::text, l.kind::text) as kind, coalesce(v.version_package_id, l.package_id) as package_id
  from lessons l left join _lessons_v v on v.parent_id = l.id and v.latest
  where l.id = ${lesson} and l.deleted_at is null)`

type Read = { kept: null | PackageKept; media: string; version: ScormVersion }

/**
 * Opens a lesson's package for who is enrolled, where they left it, and for authors. Null where there is no
 * such lesson, or it has none; throws lessonLocked and accessEnded.
 */
export const launchPackage = async ({
  isAuthor,
  learner,
  lesson,
  origin,
  req,
  tenant,
}: Given): Promise<Launch | null> => {
  const seat = isAuthor ? null : await seatOf({ caller: { account: learner.id }, lesson, req })
  if (!isAuthor && !seat) {
    return null
  }
  const found = await row<Read>(
    req,
    sql`select m.id as media, m.scorm ->> 'version' as version, p.package as kept
        from ${isAuthor ? NEWEST(lesson) : lessonFor({ learner: learner.id, lesson })} l
        join media m on m.id = l.package_id and m.scorm is not null
        left join progress p on p.lesson_id = l.id and p.learner_id = ${learner.id} and not ${isAuthor}
        where l.kind::text = 'scorm' limit 1`,
  )
  if (!found) {
    return null
  }
  const { kept, media, version } = found
  const token = packageToken({ account: learner.id, lesson, media, origin, tenant })
  const own = originOf(packageHost(media, env().ROOT_DOMAIN))

  return {
    cmi: wordsFor(version, { learner, state: kept?.state ?? null }),
    origin: own,
    src: `${own}/${token}/~player.html`,
    token,
  }
}

/** How things stand after a package told something; `score` is the best so far, in per cent. */
export type PackageTold = { completed: boolean; percent: number; score: null | number }

/**
 * Keeps what a package told of its learner's work. All of it is only said: a score outside of the bounds it
 * names itself counts for nothing, the best one stays, and the lesson is complete by the package's own word
 * where that is its rule. Throws packageClosed where the token is not this learner's for this lesson and package.
 * Null where there is no such lesson. Runs in the caller's transaction.
 */
export const recordPackage = async ({
  cmi,
  learner,
  lesson,
  req,
  tenant,
  token,
}: {
  cmi: unknown
  learner: string
  lesson: string
  req: PayloadRequest
  tenant: string
  token: string
}): Promise<null | PackageTold> => {
  const seat = await seatOf({ caller: { account: learner }, lesson, req })
  const asked = packageAsked(token)
  if (asked?.account !== learner || asked.lesson !== lesson || asked.tenant !== tenant) {
    throw new RuleError('packageClosed')
  }
  const version = seat && (await versionOf(req, { learner, lesson, media: asked.media }))
  if (!seat || !version) {
    return null
  }
  const { course, enrollment } = seat
  const before = await row<{ completedAt: null | string; kept: null | PackageKept }>(
    req,
    sql`insert into progress (id, tenant_id, learner_id, lesson_id, course_id, enrollment_id, spans, seconds, share, position)
        values (uuidv7(), ${tenant}, ${learner}, ${lesson}, ${course}, ${enrollment}, '[]', 0, 0, 0)
        on conflict (tenant_id, learner_id, lesson_id) do update set enrollment_id = excluded.enrollment_id
        returning package as kept, completed_at as "completedAt"`,
  )
  const kept = keptOf(before?.kept ?? null, stateIn(version, cmi))
  await row(
    req,
    whileActive(
      enrollment,
      sql`update progress set package = ${JSON.stringify(kept)}::jsonb, score = ${kept.best}, updated_at = now()
          where lesson_id = ${lesson} and learner_id = ${learner}`,
    ),
  )
  const completes =
    seat.completion.rule === 'package' && !before?.completedAt && isPackageDone(version, kept.state)
  if (completes) {
    await completeLesson({ req, seat, tenant })
  }

  return {
    completed: completes || Boolean(before?.completedAt),
    percent: completes ? await percentNow({ course, learner, req }) : seat.percent,
    score: kept.best,
  }
}

/** The version of the package that a lesson plays; null where it plays another by now. */
const versionOf = async (
  req: PayloadRequest,
  { learner, lesson, media }: Record<'learner' | 'lesson' | 'media', string>,
): Promise<null | ScormVersion> => {
  const found = await row<{ version: ScormVersion }>(
    req,
    sql`select m.scorm ->> 'version' as version from ${lessonFor({ learner, lesson })} l join media m on m.id = l.package_id
        where m.id = ${media} and l.kind = 'scorm'`,
  )

  return found?.version ?? null
}
