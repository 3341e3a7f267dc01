import type { Access } from 'payload'

import { MANAGERS } from '@/domain/identity/roles'

import { anyOf, holds } from './index'
import { onCourses } from './team'

/** Whoever keeps order in the whole school, or helps its people: rows of every course. */
const keepers: Access = ({ req }) => holds(req, [...MANAGERS, 'moderator', 'support', 'superAdmin'])

/** Rows of discussions, for those who keep order in the school and for those who teach the course; `path` leads from a row to it. */
export const discussed = (path: string): Access => anyOf(keepers, onCourses('see', path))
