import type { Field, SanitizedCollectionConfig } from 'payload'

import { LOCALES } from '@/domain/tenancy/locales'
import { testPayload } from '@/test/harness'

const payload = testPayload()

/** Payload's own, which it words itself. */
const PAYLOADS = ['id', 'createdAt', 'updatedAt', 'deletedAt', '_status', '_order']

const isWorded = (words: unknown): boolean =>
  typeof words === 'object' &&
  words !== null &&
  LOCALES.every((locale) => Boolean((words as Record<string, string>)[locale]?.trim()))

type Shown = Field & {
  admin?: { description?: unknown; disabled?: boolean; hidden?: boolean }
  blocks?: { fields: Field[]; labels?: { singular?: unknown }; slug: string }[]
  fields?: Field[]
  hidden?: boolean
  label?: unknown
  name?: string
  options?: ({ label: unknown; value: string } | string)[]
  tabs?: { fields: Field[]; label?: unknown; name?: string }[]
}

/** Every place of a form that says something in fewer than the languages we have. */
const wordless = (fields: Field[], at: string): string[] =>
  (fields as Shown[]).flatMap((field) => {
    const {
      name,
      admin,
      blocks = [],
      fields: inner = [],
      hidden,
      label,
      options = [],
      tabs = [],
    } = field
    if (
      hidden ||
      admin?.hidden ||
      admin?.disabled ||
      (name && PAYLOADS.includes(name)) ||
      name?.startsWith('_')
    ) {
      return []
    }
    const here = name ? `${at}.${name}` : at
    const missing =
      name && field.type !== 'tabs' && field.type !== 'ui' && !isWorded(label) ? [here] : []

    return [
      ...missing,
      ...(admin?.description &&
      typeof admin.description !== 'function' &&
      !isWorded(admin.description)
        ? [`${here} description`]
        : []),
      ...options.flatMap((one) =>
        typeof one === 'string' || !isWorded(one.label)
          ? [`${here} option ${typeof one === 'string' ? one : one.value}`]
          : [],
      ),
      ...tabs.flatMap((tab) => [
        ...(isWorded(tab.label) ? [] : [`${here} tab ${tab.name}`]),
        ...wordless(tab.fields, `${here}.${tab.name}`),
      ]),
      ...blocks.flatMap((block) => [
        ...(isWorded(block.labels?.singular) ? [] : [`${here} block ${block.slug}`]),
        ...wordless(block.fields, `${here}.${block.slug}`),
      ]),
      ...wordless(inner, here),
    ]
  })

const shown = (): SanitizedCollectionConfig[] =>
  payload().config.collections.filter(
    ({ slug, admin }) => admin.hidden !== true && !slug.startsWith('payload-'),
  )

it('words every field, choice and part of a form in all languages', () => {
  expect(shown().flatMap(({ slug, fields }) => wordless(fields, slug))).toEqual([])
})

it('names every list in all languages, says what it is for, and puts it into the navigation', () => {
  const lacking = shown().flatMap(({ slug, admin, labels }) => [
    ...(isWorded(labels.plural) && isWorded(labels.singular) ? [] : [`${slug} labels`]),
    ...(isWorded(admin.description) ? [] : [`${slug} description`]),
    ...(isWorded(admin.group) && typeof admin.hidden === 'function' ? [] : [`${slug} navigation`]),
    ...(admin.defaultColumns?.length ? [] : [`${slug} columns`]),
  ])
  expect(lacking).toEqual([])
})

it('shows the groups of the navigation in one order, each in one piece', () => {
  const groups = shown().map(({ admin }) => (admin.group as Record<string, string>).en)
  const order = groups.filter((group, place) => group !== groups[place - 1])
  expect(order).toEqual([
    'Courses',
    'Learners',
    'Community',
    'Sales',
    'Site',
    'Mail',
    'School',
    'System',
  ])
})

it('shows each of the staff the lists that are theirs', () => {
  const listsOf = (...roles: string[]) =>
    shown()
      .filter(
        ({ admin }) =>
          typeof admin.hidden === 'function' && !admin.hidden({ user: { roles } as never }),
      )
      .map(({ slug }) => slug)
  expect(listsOf('student')).toEqual([])
  expect(listsOf('support')).toEqual([
    'courses',
    'users',
    'enrollments',
    'cohorts',
    'place-requests',
    'waitlist-entries',
    'booking-steps',
    'lesson-releases',
    'enrollment-changes',
    'path-members',
    'progress',
    'video-plays',
    'document-copies',
    'quiz-allowances',
    'certificates',
    'spaces',
    'posts',
    'comments',
    'api-keys',
  ])
  expect(listsOf('instructor')).not.toContain('orders')
  expect(listsOf('owner')).toEqual(shown().map(({ slug }) => slug))
  expect(listsOf('superAdmin')).toEqual(listsOf('owner'))
})
