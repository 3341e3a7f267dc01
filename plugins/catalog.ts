import { Categories } from '@collections/catalog/Categories'
import { Courses } from '@collections/catalog/Courses'
import { Instructors } from '@collections/catalog/Instructors'
import { Lessons } from '@collections/catalog/Lessons'
import { Quizzes } from '@collections/catalog/Quizzes'
import { Sections } from '@collections/catalog/Sections'
import { deleteCourse } from '@endpoints/catalog/courses'
import { changeOfCurriculum, curriculum } from '@endpoints/catalog/curriculum'
import { dropProfileOnAccountErased } from '@hooks/catalog/erasure'

import { domain } from './support/domain'

export const catalog = domain({
  collections: [
    Categories,
    { ...Courses, endpoints: [deleteCourse] },
    Sections,
    Lessons,
    Quizzes,
    Instructors,
  ],
  endpoints: [curriculum, changeOfCurriculum],
  reactions: [dropProfileOnAccountErased],
})
