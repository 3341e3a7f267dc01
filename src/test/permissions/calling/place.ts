import type pg from 'pg'
import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Visibility } from '@/domain/identity/profile'

import { storage } from '@/adapters/storage'
import { asTenant } from '@/database/scope'
import { portraitKey } from '@/domain/identity/portraits'
import { rows } from '@/database/transaction'
import { videoKey } from '@/domain/media/keys'
import { newId } from '@/newId'
import { keptToken } from '@/operations/catalog/team/invite'
import { seal } from '@/secrets'
import { factories } from '@/test/factories'
import { scorm12 } from '@/test/scorm/packages'
import { pdfOf, uploaded } from '@/test/factories/files'
import { classrooms } from '@/test/factories/learning'
import { requestOf } from '@/test/harness'
import { commerceFactories } from '@/test/factories/commerce'

import { exportedOf } from './exported'

/** Rows of the school that requests are about; nobody of the matrix owns any of them. */
export type Place = {
  /** A key for the API, of somebody else's. */
  apiKey: () => Promise<string>
  assignment: string
  attempt: string
  /** A cohort without a free place. */
  /** What stands in somebody's copies of a document. */
  code: string
  cohort: string
  course: string
  /** A file of people that was not brought in yet. */
  crowdWork: () => Promise<string>
  courseSlug: string
  /** A domain of the school that was not looked at lately. */
  domain: () => Promise<string>
  /** Name of a protected file. */
  /** A file of the school of which something was made for watching. */
  file: string
  /** A file that nothing names, for whoever deletes it. */
  spareFile: () => Promise<string>
  film: string
  invoice: string
  /** The line of an order that opens a course to its buyer. */
  movable: string
  /** A paid order after which something of 49.00 USD is proposed. */
  proposed: string
  refunded: { creditNote: string; order: string }
  /** Somebody who has just been invited into the team of the course, and what their mail carries. */
  /** A gift that its buyer may still change, and whose link nobody has used. */
  gift: () => Promise<{ id: string; key: string }>
  invited: () => Promise<{ id: string; token: string }>
  /** The name of a note of the admin panel. */
  key: string
  /** An assignment to be handed in at once. */
  handIn: string
  /** What a link to a file carries; somebody else's. */
  lent: string
  /** A piece of failed work that was not sent again yet. */
  letter: () => Promise<string>
  /** A lesson whose session is open now. */
  liveLesson: string
  mail: string
  offer: string
  /** What opens a package; somebody else's. */
  opens: string
  packageLesson: string
  /** Offers that cost something, each of a course of its own. */
  paidOffers: { approved: string; declined: string }
  /** Somebody with a picture, whom staff alone may see. */
  person: string
  /** Name of a file that everybody may see. */
  picture: string
  /** Somebody with a picture, whom everybody may see. */
  /** A page of the built-in gateway on which a plan can be paid. */
  planPage: string
  publicPerson: string
  /** A film with a question inside it. */
  asking: { cue: string; lesson: string }
  quiz: string
  quizLesson: string
  /** A text that is done at its end. */
  readLesson: string
  /** A section that can be moved before another, and that other with its key in the order. */
  sections: { after: string; before: string; key: string }
  serial: string
  /** Of money in the test gateway. */
  payment: string
  /** Its id. */
  school: string
  session: string
  /** An anonymous survey in which nothing has to be answered. */
  survey: string
  /** A file that a lesson offers. */
  sheet: { file: string; lesson: string }
  /** Work that was graded. */
  submission: string
  subscription: string
  /** A cohort that has begun, and what somebody else wrote in its discussion. */
  talk: { cohort: string; comment: string; post: string }
  template: string
  /** An import whose file, of one byte, was not sent yet. */
  upload: () => Promise<string>
  /** A file under way of somebody else's. */
  arriving: () => Promise<string>
  /** A file of somebody's data, of whom it is and who asked for it. */
  exported: () => Promise<{ account: string; id: string }>
  /** A note of somebody else's. */
  note: () => Promise<string>
  textLesson: string
  /** One that could not be prepared. */
  spokenFilm: () => Promise<string>
  video: () => Promise<string>
  /** An organisation's provider that speaks SAML. */
  samlProvider: () => Promise<string>
  /** A token of a directory that holds. */
  scimToken: () => Promise<string>
  signInProvider: () => Promise<string>
  videoAccount: () => Promise<string>
  videoLesson: string
  /** A lesson to be watched, wherever its film may lie. */
  watchedLesson: string
  /** A published learning path. */
  way: string
  /** What a link to somebody's work carries, and the id of a file that can be taken out of it. */
  work: { link: string; spare: string }
}

/** The least that an assignment asks. */
const TEXT = {
  root: {
    type: 'root',
    children: [
      { type: 'paragraph', children: [{ type: 'text', text: 'Write.', version: 1 }], version: 1 },
    ],
    direction: null,
    format: '',
    indent: 0,
    version: 1,
  },
}

/** Makes somebody with a picture. */
const personIn = async ({
  client,
  payload,
  tenant,
  visibility,
}: {
  client: pg.ClientBase
  payload: Payload
  tenant: string
  visibility: Visibility
}): Promise<string> => {
  const { id: account } = await factories(payload).user({ tenant, visibility })
  const picture = newId()
  const key = portraitKey({ account, picture, tenant }) ?? ''
  await storage().put({ body: Buffer.from('RIFF'), contentType: 'image/webp', key })
  await client.query('update users set image = $2, visibility = $3 where id = $1', [
    account,
    picture,
    visibility,
  ])

  return account
}

/** A note of somebody's. */
export const noteOf = async ({
  account,
  lesson,
  tenant,
}: {
  account: string
  lesson: string
  tenant: string
}): Promise<string> =>
  asTenant(tenant, async () => {
    const [made] = await rows<{ id: string }>(
      await requestOf(),
      sql`insert into learner_notes (id, tenant_id, learner_id, lesson_id, course_id, kind, text, key)
          select uuidv7(), ${tenant}, ${account}, l.id, l.course_id, 'note', 'Mine', ${crypto.randomUUID()}
          from lessons l where l.id = ${lesson} returning id`,
    )

    return made?.id ?? ''
  })

/** A key for the API that somebody made. */
export const apiKeyOf = async ({
  account,
  tenant,
}: {
  account: string
  tenant: string
}): Promise<string> =>
  asTenant(tenant, async () => {
    const [made] = await rows<{ id: string }>(
      await requestOf(),
      sql`insert into api_keys (id, tenant_id, name, account_id, shown, hash, scopes, created_at, updated_at)
          values (uuidv7(), ${tenant}, 'Books', ${account}, 'lk_', ${crypto.randomUUID()}, '["courses.read"]', now(), now()) returning id`,
    )

    return made?.id ?? ''
  })

/** A file under way of somebody's, of which nothing has come. */
export const arrivingOf = ({
  account,
  tenant,
}: {
  account: string
  tenant: string
}): Promise<string> =>
  asTenant(tenant, async () => {
    const [made] = await rows<{ id: string }>(
      await requestOf(),
      sql`insert into incoming_files (id, tenant_id, account_id, filename, filesize, state, object_key, sent, expires_at)
          values (uuidv7(), ${tenant}, ${account}, 'a.pdf', 8, 'open', ${`${tenant}/arriving/${newId()}`}, 0, now() + interval '1 day') returning id`,
    )

    return made?.id ?? ''
  })

/** Somebody who is invited into a team. */
const invitedInto = async ({
  client,
  course,
  tenant,
}: {
  client: pg.ClientBase
  course: string
  tenant: string
}): Promise<{ id: string; token: string }> => {
  const token = newId()
  const { rows } = await client.query<{ id: string }>(
    `insert into course_team (id, tenant_id, course_id, email, role, share, state, expires_at, token)
     values (uuidv7(), $1, $2, $3, 'viewer', 0, 'invited', now() + interval '1 day', $4) returning id`,
    [tenant, course, `${token}@example.com`, keptToken(token)],
  )

  return { id: rows[0]?.id ?? '', token }
}

/** Makes and finds such rows in a school whose tables are filled. */
export const placeIn = async ({
  client,
  payload,
  tenant,
}: {
  client: pg.ClientBase
  payload: Payload
  tenant: string
}): Promise<Place> => {
  const one = async (what: string): Promise<string> =>
    (await client.query<{ id: string }>(`select ${what} limit 1`, [tenant])).rows[0]?.id ?? ''
  const make = classrooms(payload)
  const { id: course, slug: courseSlug } = await make.course({ tenant })
  const { id: section } = await make.section({ course, tenant })
  const { id: after } = await make.section({ course, tenant })
  const { id: quiz } = await make.quiz({ tenant })
  const sell = commerceFactories(payload)
  const { id: offer } = await sell.offer({ course, kind: 'free', tenant })
  const paid = async () =>
    (await sell.offer({ course: (await make.course({ tenant })).id, tenant })).id
  await client.query(`update payload_preferences set key = 'elsewhere' where tenant_id = $1`, [
    tenant,
  ])
  const lesson = { course, section, tenant }
  const film = `from media where tenant_id = $1 order by (mime_type = 'video/mp4') desc nulls last`
  const videoLesson = await make.lessonIn(lesson)
  const inside = await make.quiz({
    questions: [{ blockType: 'trueFalse', isTrue: true, points: 1, prompt: 'Is it so?' }],
    tenant,
  } as never)
  const cue = inside.questions?.[0]?.id ?? ''
  const asking = {
    cue,
    lesson: await make.lessonIn({ ...lesson, cues: [{ id: cue, at: 1 }], quiz: inside.id }),
  }
  await client.query(`update lessons set video_id = (select id ${film} limit 1) where id = $2`, [
    tenant,
    videoLesson,
  ])
  const cohort = await one('uuidv7() as id, $1::text as tenant')
  await client.query(
    `insert into cohorts (id, tenant_id, course_id, name, starts_at, capacity, is_open)
     values ($1, $2, $3, 'Full', '2090-01-01', 0, true)`,
    [cohort, tenant, course],
  )
  const template = await asTenant(tenant, () =>
    payload.create({
      collection: 'email-templates',
      data: { kind: 'reset', locale: 'ru', tenant } as never,
      overrideAccess: true,
    }),
  )
  const sheet = await uploaded(payload, {
    name: 'sheet.pdf',
    type: 'application/pdf',
    data: pdfOf(1),
    tenant,
  })
  const run = crypto.randomUUID()
  await client.query(
    `insert into videos (id, tenant_id, media_id, provider, status, percent, attempts, secret, run)
     values ($1, $2, $1, 'own', 'ready', 100, 1, '', $3)`,
    [sheet, tenant, run],
  )
  for (const path of ['poster.webp', 'waveform.json'] as const) {
    await storage().put({
      body: Buffer.from('{}'),
      contentType: 'application/json',
      key: videoKey({ id: sheet, path, run, tenant }),
    })
  }
  const serial = crypto.randomUUID().replace(/-/g, '').slice(0, 26)
  await client.query(
    `update certificates set number = '2026-00000000', serial = $2 where tenant_id = $1`,
    [tenant, serial],
  )

  const assignment = () =>
    make.lessonIn({
      ...lesson,
      assignment: { files: { documents: true }, resubmission: 'times', resubmissions: 20 },
      body: TEXT as never,
      kind: 'assignment',
    })

  const graded = async (): Promise<string> => {
    await client.query(
      `update submissions set state = 'graded', text = '', version = 0, files = '[]', thread = '[]', levels = '{}', remarks = '[]', decisions = '[]'
       where tenant_id = $1`,
      [tenant],
    )

    return one(`id from submissions where tenant_id = $1`)
  }

  /** One that a grader has nothing to read in. */
  const attempted = async (): Promise<string> => {
    await client.query(`update quiz_attempts set questions = '[]' where tenant_id = $1`, [tenant])

    return one('id from quiz_attempts where tenant_id = $1')
  }

  const marked = async (): Promise<string> => {
    await client.query(`update document_copies set code = 'K7QM2XHD' where tenant_id = $1`, [
      tenant,
    ])

    return one('code as id from document_copies where tenant_id = $1')
  }

  const refunded = await sell.refund({
    buyer: await one('buyer_id as id from orders where tenant_id = $1'),
    tenant,
  })
  const { rows: payments } = await client.query<{ id: string }>(
    'select id from payments where order_id = $1',
    [refunded.order],
  )

  return {
    apiKey: async () =>
      apiKeyOf({ account: await one('id from users where tenant_id = $1'), tenant }),
    arriving: async () =>
      arrivingOf({ account: await one('id from users where tenant_id = $1'), tenant }),
    asking,
    assignment: await assignment(),
    attempt: await attempted(),
    code: await marked(),
    cohort,
    course,
    courseSlug,
    crowdWork: async () => {
      const { rows: made } = await client.query<{ id: string }>(
        `insert into people_jobs (id, tenant_id, kind, state, key, columns, mapping)
         values (uuidv7(), $1, 'import', 'draft', gen_random_uuid()::text, '["email"]', '["email"]') returning id::text`,
        [tenant],
      )

      return made[0]?.id ?? ''
    },
    domain: async () => {
      await client.query('update domains set checked_at = null where tenant_id = $1', [tenant])

      return one('id from domains where tenant_id = $1')
    },
    exported: async () =>
      exportedOf({ account: (await factories(payload).user({ tenant })).id, tenant }),
    file: sheet,
    film: await one(`filename as id ${film}`),
    gift: async () =>
      sell.gift({ buyer: await one('buyer_id as id from orders where tenant_id = $1'), tenant }),
    handIn: await assignment(),
    invited: () => invitedInto({ client, course, tenant }),
    invoice: await sell.invoice({
      buyer: await one('buyer_id as id from orders where tenant_id = $1'),
      tenant,
    }),
    key: 'elsewhere',
    lent: 'a.b',
    letter: async () => {
      await client.query(
        `update dead_letters set event = gen_random_uuid(), reaction = 'sendQueuedEmail', retried_at = null where tenant_id = $1`,
        [tenant],
      )

      return one('id from dead_letters where tenant_id = $1')
    },
    liveLesson: await make.lessonIn({
      ...lesson,
      kind: 'live',
      live: { startsAt: new Date().toISOString() },
    }),
    mail: await one('id from emails where tenant_id = $1'),
    movable: await sell.place({
      buyer: await one('buyer_id as id from orders where tenant_id = $1'),
      tenant,
    }),
    note: async () =>
      noteOf({
        account: await one('id from users where tenant_id = $1'),
        lesson: videoLesson,
        tenant,
      }),
    offer,
    opens: 'a.b',
    packageLesson: await make.lessonIn({
      ...lesson,
      kind: 'scorm',
      package: await uploaded(payload, {
        name: 'part.zip',
        type: 'application/zip',
        data: scorm12(),
        tenant,
      }),
    }),
    paidOffers: { approved: await paid(), declined: await paid() },
    payment: payments[0]?.id ?? '',
    person: await personIn({ client, payload, tenant, visibility: 'private' }),
    picture: await one(
      `filename as id from media where tenant_id = $1 and is_public and mime_type like 'image/%'`,
    ),
    planPage: await planPage({ client, tenant }),
    proposed: await sell.proposed({
      buyer: await one('buyer_id as id from orders where tenant_id = $1'),
      tenant,
    }),
    publicPerson: await personIn({ client, payload, tenant, visibility: 'public' }),
    quiz,
    quizLesson: await make.lessonIn({ ...lesson, kind: 'quiz', quiz }),
    readLesson: await make.lessonIn({ ...lesson, completion: { rule: 'end' }, kind: 'text' }),
    refunded,
    samlProvider: async () => {
      await client.query(
        `insert into sign_in_providers (id, tenant_id, kind, is_active, position, issuer, sso_address)
         values (uuidv7(), $1, 'saml', false, 1, 'https://id.test', 'https://id.test/sso')`,
        [tenant],
      )

      return one(`id from sign_in_providers where tenant_id = $1 and kind = 'saml'`)
    },
    school: tenant,
    scimToken: async () => {
      const hash = crypto.randomUUID()
      await client.query(
        `insert into sign_in_providers (id, tenant_id, kind, is_active, position) values (uuidv7(), $1, 'oidc', false, 1)`,
        [tenant],
      )
      await client.query(
        `insert into scim_tokens (id, tenant_id, name, hash, provider_id, shown)
         select uuidv7(), $1, 'Directory', $2, id, 'scim_' from sign_in_providers where tenant_id = $1 limit 1`,
        [tenant, hash],
      )

      return one(`id from scim_tokens where tenant_id = $1 and hash = '${hash}'`)
    },
    sections: {
      after,
      before: section,
      key: await one(
        `_sections_sections_order as id from sections where tenant_id = $1 and id = '${section}'`,
      ),
    },
    serial,
    session: await one('session as id from gateway_sessions where tenant_id = $1'),
    sheet: {
      file: sheet,
      lesson: await make.lessonIn({
        ...lesson,
        kind: 'download',
        resources: [{ blockType: 'file', file: sheet, title: 'Sheet' }],
      }),
    },
    signInProvider: async () => {
      const keys = { clientId: 'a', clientSecret: 'b' }
      await client.query(
        `insert into sign_in_providers (id, tenant_id, kind, issuer, is_active, position, sealed)
         values (uuidv7(), $1, 'oidc', 'https://127.0.0.1:9', false, 1, $2)`,
        [tenant, seal({ tenant, value: JSON.stringify(keys) })],
      )

      return one(`id from sign_in_providers where tenant_id = $1 and sealed is not null`)
    },
    spareFile: () =>
      uploaded(payload, { name: 'spare.pdf', type: 'application/pdf', data: pdfOf(1), tenant }),
    spokenFilm: async () => {
      await client.query(
        `insert into speech_accounts (id, tenant_id, address, model) values (uuidv7(), $1, 'https://speech.test/v1', 'm')`,
        [tenant],
      )

      await client.query(
        `insert into media (id, tenant_id, filename, mime_type) values (uuidv7(), $1, uuidv7() || '.mp4', 'video/mp4')`,
        [tenant],
      )

      return one(`id from media where tenant_id = $1 and mime_type = 'video/mp4' order by id desc`)
    },
    submission: await graded(),
    subscription: await sell.subscription({
      buyer: await one('buyer_id as id from orders where tenant_id = $1'),
      offer: await one('id from offers where tenant_id = $1'),
      tenant,
    }),
    survey: await make.lessonIn({
      ...lesson,
      kind: 'survey',
      survey: { isAnonymous: true, questions: [{ blockType: 'surveyText', prompt: 'Well?' }] },
    } as never),
    talk: await talkOf({ client, course, tenant }),
    template: template.id,
    textLesson: await make.lessonIn({ ...lesson, kind: 'text' }),
    upload: async () =>
      (
        await client.query<{ id: string }>(
          `insert into course_transfers (id, tenant_id, kind, status, key, name, size, expires_at)
           values (uuidv7(), $1, 'import', 'uploading', gen_random_uuid(), 'a.zip', 1, now() + interval '1 day') returning id`,
          [tenant],
        )
      ).rows[0]?.id ?? '',
    video: async () => {
      await client.query(
        `insert into videos (id, tenant_id, media_id, provider, status, percent, attempts, secret)
         select id, tenant_id, id, 'own', 'failed', 0, 1, '' from media where tenant_id = $1 order by id limit 1
         on conflict (media_id) do update set status = 'failed', runner = null`,
        [tenant],
      )

      return one(`id from videos where tenant_id = $1 and status = 'failed'`)
    },
    videoAccount: async () => {
      const sealed = seal({ tenant, value: JSON.stringify({ vimeoToken: 'a token' }) })
      await client.query(
        `insert into video_accounts (id, tenant_id, provider, sealed) values (uuidv7(), $1, 'vimeo', $2)`,
        [tenant, sealed],
      )

      return one(`id from video_accounts where tenant_id = $1 and sealed is not null`)
    },
    videoLesson,
    watchedLesson: videoLesson,
    way: (await make.path({ course: (await make.course({ tenant })).id, tenant })).id,
    work: { link: 'a.b', spare: newId() },
  }
}

/** A running cohort of a course, with a post and a reply of nobody's. */
const talkOf = async ({
  client,
  course,
  tenant,
}: {
  client: pg.ClientBase
  course: string
  tenant: string
}): Promise<Place['talk']> => {
  const [cohort, space, post, comment] = [newId(), newId(), newId(), newId()]
  await client.query(
    `insert into cohorts (id, tenant_id, course_id, name, starts_at, discussion_at_end) values ($1, $2, $3, 'Talking', '2020-01-01', 'open')`,
    [cohort, tenant, course],
  )
  await client.query(
    `insert into spaces (id, tenant_id, kind, cohort_id, course_id) values ($1, $2, 'cohort', $3, $4)`,
    [space, tenant, cohort, course],
  )
  await client.query(
    `insert into posts (id, tenant_id, space_id, body, key, is_pinned, is_locked, last_activity_at)
     values ($1, $2, $3, 'Hello', 'one', false, false, now())`,
    [post, tenant, space],
  )
  await client.query(
    `insert into comments (id, tenant_id, space_id, post_id, body, key) values ($1, $2, $3, $4, 'Hello', 'one')`,
    [comment, tenant, space, post],
  )

  return { cohort, comment, post }
}

const planPage = async ({
  client,
  tenant,
}: {
  client: pg.ClientBase
  tenant: string
}): Promise<string> => {
  const session = `tp_${newId()}`
  await client.query(
    `insert into gateway_plans (id, tenant_id, session, key, plan, title, amount, currency, status, success_url, cancel_url)
     values (uuidv7(), $1, $2, $2, 'plan', 'Studio', 900, 'USD', 'open', 'http://x.test/', 'http://x.test/')`,
    [tenant, session],
  )

  return session
}
