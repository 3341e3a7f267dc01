/** What becomes of rows that name a course when it is to be removed for good. */
export type OfCourse = 'hold' | 'part'

/** They go with the course. A collection says so in its `custom`, so that the catalog need not know it. */
export const partOfCourse: { ofCourse: OfCourse } = { ofCourse: 'part' }

/** The course stays for as long as there is one of them. */
export const holdsCourse: { ofCourse: OfCourse } = { ofCourse: 'hold' }
