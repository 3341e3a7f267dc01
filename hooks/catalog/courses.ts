import { courseLimit } from '@/operations/catalog/courseLimit'
import { within } from '@hooks/tenancy/limits'

/** Lets a school have as many courses out of the trash as its limit says. */
export const keepWithinCourses = within(courseLimit)
