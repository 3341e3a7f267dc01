/** Where a cohort's discussion is read and moderated; a course is found there by its id too. */
export const discussionPath = ({ cohort, course }: { cohort: string; course: string }): string =>
  `/learn/${course}/discussion?cohort=${cohort}`
