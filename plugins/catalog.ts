import { Courses } from '@collections/catalog/Courses'
import { Lessons } from '@collections/catalog/Lessons'
import { Quizzes } from '@collections/catalog/Quizzes'
import { Sections } from '@collections/catalog/Sections'
import { deleteCourse } from '@endpoints/catalog/courses'

import { domain } from './support/domain'

export const catalog = domain({
  collections: [{ ...Courses, endpoints: [deleteCourse] }, Sections, Lessons, Quizzes],
})
