import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { ValidationError } from 'payload'

import type { CategoryNode, ParentProblem } from '@/domain/catalog/categories'

import { row, rows } from '@/database/transaction'
import { parentProblem } from '@/domain/catalog/categories'
import { idOf } from '@/domain/ids'
import { isLocale } from '@/domain/tenancy/locales'

import { refusal } from './refusals'

type Category = { id?: string; parent?: null | string | { id: string } }

const PROBLEMS: Record<ParentProblem, Record<'en' | 'he' | 'ru', string>> = {
  cycle: {
    en: 'A category cannot stand below itself.',
    he: 'קטגוריה לא יכולה להיות תחת עצמה.',
    ru: 'Категория не может входить сама в себя.',
  },
  tooDeep: {
    en: 'Three levels are the most.',
    he: 'אפשר לכל היותר שלוש רמות.',
    ru: 'Не больше трёх уровней.',
  },
}

/**
 * Keeps the tree a tree: 400 for a category that would stand below itself or on a fourth level. Changes
 * of a school's tree take turns, so that two of them together make no ring either.
 */
export const keepTree: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const { parent } = data as Category
  if (!parent) {
    return
  }
  await rows(
    req,
    sql`select pg_advisory_xact_lock(hashtextextended('categories ' || current_setting('app.tenant', true), 0))`,
  )
  const nodes = await rows<CategoryNode>(req, sql`select id, parent_id as parent from categories`)
  const problem = parentProblem({
    id: (originalDoc as Category | undefined)?.id ?? null,
    nodes,
    parent: idOf(parent),
  })
  if (problem) {
    const language = req.i18n?.language
    const message = PROBLEMS[problem][isLocale(language) ? language : 'en']
    throw new ValidationError({ collection: 'categories', errors: [{ message, path: 'parent' }] })
  }
}

/** 409 inUse for a category that has others below it or courses; courses in the trash let go of it. */
export const keepUsedCategory: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const category = String(id)
  const found = await row<{ below: number; courses: number; name: string }>(
    req,
    sql`select k.name,
          (select count(*)::int from categories b where b.parent_id = k.id) as below,
          (select count(*)::int from courses c where c.deleted_at is null and (c.category_id = k.id
            or exists (select 1 from courses_rels r where r.parent_id = c.id and r.categories_id = k.id))) as courses
        from categories k where k.id::text = ${category} for update of k`,
  )
  if (found && found.below + found.courses > 0) {
    throw refusal({
      code: 'categoryInUse',
      count: found.courses,
      req,
      title: found.name,
    })
  }
}
