import { useEffect, useState, type ReactNode } from 'react'

import { PEOPLE_SORTS } from '@/domain/identity/people/query'
import { ROLES } from '@/domain/identity/roles'

import type { Asking } from './asking'
import type { DeskWords } from './deskWords'
import type { StatusWords } from './statusWords'

import { ask } from '../ask'

type Course = { id: string; title?: string }

const useCourses = (): Course[] => {
  const [courses, setCourses] = useState<Course[]>([])
  useEffect(() => {
    void ask<{ docs: Course[] }>(
      '/api/courses?depth=0&draft=true&joins=false&limit=500&select[title]=true&sort=title',
    ).then((said) => said.ok && setCourses(said.value.docs))
  }, [])

  return courses
}

const Choice = ({
  children,
  label,
  onChange,
  value,
}: {
  children: ReactNode
  label: string
  onChange: (value: string) => void
  value: string
}) => (
  <label>
    <span>{label}</span>
    <select onChange={({ target }) => onChange(target.value)} value={value}>
      {children}
    </select>
  </label>
)

const STATUSES = ['active', 'pending', 'suspended', 'banned', 'erased'] as const

/** Which people are shown, and in which order. */
export const PeopleFilters = ({
  asking,
  onAsk,
  statuses,
  tags,
  words,
}: {
  asking: Asking
  onAsk: (change: Partial<Asking>) => void
  statuses: StatusWords['statuses']
  tags: readonly string[]
  words: DeskWords
}) => {
  const courses = useCourses()

  return (
    <fieldset className="lectern-release lectern-roster__filters">
      <legend>{words.filters}</legend>
      <label className="lectern-roster__search">
        <span>{words.search}</span>
        <input
          dir="auto"
          maxLength={100}
          onChange={({ target }) => onAsk({ search: target.value })}
          type="search"
          value={asking.search}
        />
      </label>
      <Choice label={words.role} onChange={(role) => onAsk({ role })} value={asking.role}>
        <option value="">{words.allRoles}</option>
        {ROLES.filter((role) => role !== 'superAdmin').map((role) => (
          <option key={role} value={role}>
            {words.roles[role]}
          </option>
        ))}
      </Choice>
      <Choice label={words.status} onChange={(status) => onAsk({ status })} value={asking.status}>
        <option value="">{words.allStatuses}</option>
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {statuses[status]}
          </option>
        ))}
      </Choice>
      <Choice label={words.tag} onChange={(tag) => onAsk({ tag })} value={asking.tag}>
        <option value="">{words.allTags}</option>
        {tags.map((tag) => (
          <option key={tag} value={tag}>
            {tag}
          </option>
        ))}
      </Choice>
      <Choice label={words.course} onChange={(course) => onAsk({ course })} value={asking.course}>
        <option value="">{words.allCourses}</option>
        {courses.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Choice>
      <Choice label={words.sort} onChange={(sort) => onAsk({ sort })} value={asking.sort}>
        {PEOPLE_SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {words.sorts[sort]}
          </option>
        ))}
      </Choice>
    </fieldset>
  )
}
