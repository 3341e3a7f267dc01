import type { PayloadRequest } from 'payload'
import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { sealedLike } from '@/secrets'

/** Rows as JSON, oldest first. */
const list = (rows: SQL): SQL =>
  sql`(select coalesce(json_agg(row_to_json(r) order by r."createdAt"), '[]'::json) from (${rows}) r)`

/** What is kept of a person, part by part, by statements over `p.id` and `p.email`; without secrets, and without the right answers of quizzes. */
export const PERSONAL_PARTS = {
  accountChanges: sql`select action, reason, created_at as "createdAt" from account_changes where account_id = p.id`,
  acts: sql`select e.operation, e.collection, e.document, e.actor_id = p.id as "isTheirs", case when e.actor_id = p.id then e.origin end as origin,
    case when e.subject_id = p.id then e.personal end as said, e.at as "createdAt" from audit_entries e where e.actor_id = p.id or e.subject_id = p.id`,
  apiKeys: sql`select name, shown as "beginsWith", scopes, last_used_at as "lastUsedAt", expires_at as "expiresAt", revoked_at as "revokedAt", created_at as "createdAt"
    from api_keys where account_id = p.id`,
  bookings: sql`select c.title as course, (select k.name from cohorts k where k.id = s.cohort_id) as cohort, s.state, s.side, s.created_at as "createdAt"
    from booking_steps s join courses c on c.id = s.course_id where s.learner_id = p.id`,
  cart: sql`select x.title as offer, i.created_at as "createdAt" from cart_items i join offers x on x.id = i.offer_id where i.buyer_id = p.id`,
  certificates: sql`select number, serial, learner_name as name, course_title as course, issued_at as "issuedAt",
    revoked_at as "revokedAt", created_at as "createdAt" from certificates where learner_id = p.id`,
  consents: sql`select purpose, is_given as "isGiven", page, version, locale, means, origin, created_at as "createdAt" from consents where account_id = p.id`,
  couponUses: sql`select c.code, o.number as "order", r.created_at as "createdAt" from coupon_redemptions r join coupons c on c.id = r.coupon_id
    join orders o on o.id = r.order_id where r.buyer_id = p.id`,
  creditNotes: sql`select c.number, c.currency, c.total, c.reason, c.buyer, c.issued_at as "issuedAt", c.created_at as "createdAt"
    from credit_notes c join refunds r on r.id = c.refund_id join orders o on o.id = r.order_id where o.buyer_id = p.id`,
  devices: sql`select device, created_at as "createdAt" from auth_devices where user_id = p.id`,
  discussionPosts: sql`select c.title as course, k.name as cohort, w.title, w.body, w.edited_at as "editedAt", w.removed_at as "removedAt", w.removed_by as "removedBy",
    w.reason, w.created_at as "createdAt" from posts w join spaces s on s.id = w.space_id left join cohorts k on k.id = s.cohort_id left join courses c on c.id = k.course_id
    where w.author_id = p.id`,
  discussionReplies: sql`select c.title as course, k.name as cohort, w.body, w.edited_at as "editedAt", w.removed_at as "removedAt", w.removed_by as "removedBy",
    w.reason, w.created_at as "createdAt" from comments w join spaces s on s.id = w.space_id left join cohorts k on k.id = s.cohort_id left join courses c on c.id = k.course_id
    where w.author_id = p.id`,
  disputes: sql`select o.number as "order", d.amount, d.currency, d.state, d.reason, d.opened_at as "openedAt", d.settled_at as "settledAt", d.created_at as "createdAt"
    from disputes d join orders o on o.id = d.order_id where o.buyer_id = p.id`,
  documentsMarked: sql`select l.title as lesson, (select m.filename from media m where m.id::text = d.document) as document, d.code, d.created_at as "createdAt"
    from document_copies d join lessons l on l.id = d.lesson_id where d.account_id = p.id`,
  earnings: sql`select e.kind, -e.amount as amount, -e.balance as balance, e.currency, l.title, e.posted_at as "createdAt"
    from ledger_entries e left join order_lines l on l.id = e.line_id
    where e.tenant_id = p.tenant_id and e.account = 'earnings' and e.holder = p.id::text`,
  enrollmentChanges: sql`select c.title as course, h.action, h.reason, h.until, h.created_at as "createdAt" from enrollment_changes h
    join enrollments e on e.id = h.enrollment_id join courses c on c.id = e.course_id where e.learner_id = p.id`,
  enrollments: sql`select c.title as course, (select k.name from cohorts k where k.id = e.cohort_id) as cohort, e.status, e.source, e.percent, e.completed_at as "completedAt", e.created_at as "createdAt"
    from enrollments e join courses c on c.id = e.course_id where e.learner_id = p.id`,
  filesHandedIn: sql`select filename, mime_type as type, filesize as bytes, created_at as "createdAt" from submission_files where learner_id = p.id`,
  gifts: sql`select g.recipient_name as "recipientName", g.recipient_email as "recipientEmail", g.message, g.status, g.buyer_id = p.id as "isGiver",
    g.redeemed_at as "redeemedAt", g.created_at as "createdAt" from gifts g where g.buyer_id = p.id or g.redeemed_by_id = p.id`,
  invoices: sql`select i.number, i.currency, i.total, i.buyer, i.issued_at as "issuedAt", i.created_at as "createdAt"
    from invoices i join orders o on o.id = i.order_id where o.buyer_id = p.id`,
  lessonsOpened: sql`select l.title as lesson, r.source, r.reason, r.created_at as "createdAt" from lesson_releases r
    join enrollments e on e.id = r.enrollment_id join lessons l on l.id = r.lesson_id where e.learner_id = p.id`,
  libraryPeriods: sql`select w.begins_at as "beginsAt", w.ends_at as "endsAt", (select json_agg(json_build_object('course', c.title, 'seconds', u.seconds))
    from jsonb_to_recordset(w.uses) as u(course uuid, seconds float8) join courses c on c.id = u.course) as used, w.created_at as "createdAt"
    from library_periods w join orders o on o.id = w.order_id where o.buyer_id = p.id`,
  mails: sql`select kind, subject, case when text ~ ${sealedLike} then null else text end as text, status, sent_at as "sentAt", created_at as "createdAt" from emails where "to" = p.email`,
  notes: sql`select c.title as course, l.title as lesson, n.kind, n.text, n.quote, n.second, n.created_at as "createdAt" from learner_notes n
    join lessons l on l.id = n.lesson_id join courses c on c.id = n.course_id where n.learner_id = p.id`,
  notificationChoices: sql`select event, channel, is_on as "isOn", created_at as "createdAt" from notification_choices where user_id = p.id`,
  notifications: sql`select template as "about", data, link, read_at as "readAt", created_at as "createdAt" from notifications where user_id = p.id`,
  orders: sql`select o.number, o.status, o.currency, o.base, o.discount, o.tax, o.total, o.guest_name as "guestName", o.billing, o.taxation, o.paid_at as "paidAt", o.created_at as "createdAt",
    (select json_agg(json_build_object('title', l.title, 'total', l.total) order by l.id) from order_lines l where l.order_id = o.id) as lines
    from orders o where o.buyer_id = p.id`,
  organisations: sql`select s.user_name as "userName", s.external_id as "externalId", s.given_name as "givenName", s.family_name as "familyName",
    (select json_agg(g.name order by g.name) from scim_members m join scim_groups g on g.id = m.group_id where m.user_id = p.id) as groups,
    s.created_at as "createdAt" from scim_people s where s.user_id = p.id`,
  passkeys: sql`select name, host, used_at as "usedAt", created_at as "createdAt" from auth_passkeys where user_id = p.id`,
  paths: sql`select w.title as path, m.percent, m.completed_at as "completedAt", m.created_at as "createdAt"
    from path_members m join paths w on w.id = m.path_id where m.learner_id = p.id`,
  payments: sql`select o.number as "order", y.amount, y.currency, y.status, y.provider, y.created_at as "createdAt"
    from payments y join orders o on o.id = y.order_id where o.buyer_id = p.id`,
  payoutAccounts: sql`select a.provider, a.is_ready as "isReady", a.needs, a.created_at as "createdAt" from payout_accounts a where a.person_id = p.id`,
  payouts: sql`select amount, currency, status, failure, settled_at as "settledAt", created_at as "createdAt" from payouts where person_id = p.id`,
  placeRequests: sql`select c.title as course, (select k.name from cohorts k where k.id = r.cohort_id) as cohort, r.status, r.question, r.message, r.reason,
    r.decided_at as "decidedAt", r.pay_until as "keptUntil", r.created_at as "createdAt" from place_requests r
    join courses c on c.id = r.course_id where r.learner_id = p.id`,
  placeTransfers: sql`select f.title as "from", (select l.title from order_lines l where l.order_id = m.order_id limit 1) as "to", m.holder_id <> m.receiver_id as "isGiven",
    m.reason, m.completed_at as "completedAt", m.created_at as "createdAt" from place_transfers m join order_lines f on f.id = m.line_id
    where p.id in (m.holder_id, m.receiver_id)`,
  plans: sql`select title, kind, status, amount, currency, interval, period_end as "paidUntil", card, cancel_reason as "cancelReason", cancel_note as "cancelNote", created_at as "createdAt"
    from subscriptions where buyer_id = p.id`,
  profile: sql`select p.id, p.name, p.email, p.bio, p.locale, p.time_zone as "timeZone", p.visibility, p.shows_courses as "showsCourses", p.status,
    p.erasure_at as "erasureAt", p.email_verified as "emailVerified", p.tags, p.staff_note as "staffNote",
    (select json_agg(r.value) from users_roles r where r.parent_id = p.id) as roles, p.created_at as "createdAt"`,
  progress: sql`select l.title as lesson, g.share, g.position, g.completed_at as "completedAt", g.created_at as "createdAt", g.updated_at as "updatedAt"
    from progress g join lessons l on l.id = g.lesson_id where g.learner_id = p.id`,
  proposals: sql`select case when q.step = 'downsell' then u.downsell_title else u.title end as title, q.answer, q.answered_at as "answeredAt", q.created_at as "createdAt"
    from upsell_proposals q join upsells u on u.id = q.upsell_id join orders o on o.id = q.order_id where o.buyer_id = p.id`,
  quizAllowances: sql`select c.title as course, q.title as quiz, x.factor, x.minutes, x.attempts, x.reason, x.created_at as "createdAt"
    from quiz_allowances x join enrollments e on e.id = x.enrollment_id join courses c on c.id = e.course_id
    left join quizzes q on q.id = x.quiz_id where e.learner_id = p.id`,
  quizAttempts: sql`select q.title as quiz, a.number, a.started_at as "startedAt", a.submitted_at as "submittedAt", a.score, a.max_score as "maxScore",
    a.percent, a.passed, a.answers, a.created_at as "createdAt" from quiz_attempts a join quizzes q on q.id = a.quiz_id where a.learner_id = p.id`,
  refunds: sql`select o.number as "order", r.amount, r.currency, r.status, r.reason, r.settled_at as "settledAt", r.created_at as "createdAt"
    from refunds r join orders o on o.id = r.order_id where o.buyer_id = p.id`,
  revenueShares: sql`select c.title as course, s.share, s.starts_at as "startsAt", s.ends_at as "endsAt", s.created_at as "createdAt"
    from revenue_shares s join courses c on c.id = s.course_id where s.person_id = p.id`,
  reviews: sql`select c.title as course, r.stars, r.text, r.status, r.reply, r.created_at as "createdAt"
    from reviews r join courses c on c.id = r.course_id where r.learner_id = p.id`,
  secondFactor: sql`select confirmed_at as "since", created_at as "createdAt" from auth_second_factors where user_id = p.id`,
  sessions: sql`select user_agent as "userAgent", ip_address as "ipAddress", push_endpoint as "pushAddress", expires_at as "expiresAt", created_at as "createdAt"
    from auth_sessions where user_id = p.id`,
  submissions: sql`select l.title as assignment, s.number, s.state, s.text, s.submitted_at as "submittedAt", s.late_days as "lateDays", s.score, s.percent, s.passed, s.comment, s.remarks,
    (select json_agg(json_build_object('at', x ->> 'at', 'text', x ->> 'text', 'isOwn', x ->> 'by' = p.id::text)) from jsonb_array_elements(s.thread) x) as thread,
    (select json_agg(f.filename) from submission_files f where f.learner_id = p.id
      and (s.files ? f.id::text or s.thread @> jsonb_build_array(jsonb_build_object('file', f.id::text)))) as files, s.created_at as "createdAt"
    from submissions s join lessons l on l.id = s.lesson_id where s.learner_id = p.id`,
  surveys: sql`select l.title as survey, s.answers, s.submitted_at as "createdAt" from survey_answers s
    join lessons l on l.id = s.lesson_id where s.learner_id = p.id`,
  teacherProfile: sql`select i.name, i.headline, i.bio, i.credentials, i.website, i.is_published as "isPublished",
    (select json_agg(json_build_object('title', c.title, 'issuer', c.issuer)) from instructors_certifications c where c._parent_id = i.id) as certifications,
    (select json_agg(json_build_object('role', h.role, 'place', h.place)) from instructors_history h where h._parent_id = i.id) as history,
    i.created_at as "createdAt" from instructors i where i.user_id = p.id`,
  teams: sql`select c.title as course, t.role, t.share, t.state, t.reason, t.answered_at as "answeredAt", t.created_at as "createdAt"
    from course_team t join courses c on c.id = t.course_id where t.account_id = p.id`,
  trustedDevices: sql`select expires_at as "expiresAt", created_at as "createdAt" from auth_trusted_devices where user_id = p.id`,
  unfinishedCheckouts: sql`select a.title, a.status, a.reminders, a.started_at as "startedAt", a.reminded_at as "remindedAt", a.created_at as "createdAt"
    from abandoned_checkouts a where a.buyer_id = p.id`,
  uploads: sql`select filename, filesize as bytes, created_at as "createdAt" from incoming_files where account_id = p.id`,
  videosDelivered: sql`select x.day, (select m.filename from media m where m.id::text = x.video) as video, x.bytes, x.created_at as "createdAt"
    from video_traffic x where x.viewer = p.id::text`,
  videosWatched: sql`select l.title as lesson, v.code, v.agent as browser, v.since, v.seen_at as "seenAt", v.created_at as "createdAt"
    from video_plays v join lessons l on l.id = v.lesson_id where v.account_id = p.id`,
  waitlists: sql`select c.title as course, k.name as cohort, w.status, w.joined_at as "joinedAt", w.offered_until as "offeredUntil", w.reason,
    w.created_at as "createdAt" from waitlist_entries w join cohorts k on k.id = w.cohort_id join courses c on c.id = k.course_id where w.learner_id = p.id`,
  waysToSignIn: sql`select provider_id as way, case when provider_id <> 'credential' then account_id end as "knownThereAs", created_at as "createdAt"
    from auth_accounts where user_id = p.id`,
} satisfies Record<string, SQL>

export type PersonalPart = keyof typeof PERSONAL_PARTS

/** The rows of one part, oldest first, one column `r` of JSON each. */
export const personalRows = (part: PersonalPart, account: string): SQL =>
  sql`select row_to_json(r) as r from users p, lateral (${PERSONAL_PARTS[part]}) r where p.id = ${account}::uuid order by r."createdAt"`

/** Everything the school keeps of one person, by parts, in one statement; moments are ISO 8601, money in minor units. */
export const personalData = async ({
  account,
  req,
}: {
  account: string
  req: PayloadRequest
}): Promise<null | Record<string, unknown>> => {
  const parts = Object.entries(PERSONAL_PARTS).map(
    ([name, rows]) => sql`(${name}::text, ${list(rows)})`,
  )
  const found = await row<{ data: null | Record<string, unknown> }>(
    req,
    sql`select json_object_agg(x.name, x.rows) as data
        from users p, lateral (values ${sql.join(parts, sql`, `)}) as x (name, rows) where p.id = ${account}`,
  )

  return found?.data ?? null
}
