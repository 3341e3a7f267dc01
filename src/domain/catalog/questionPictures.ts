const idIn = (picture: unknown): string[] => {
  if (typeof picture === 'string' && picture) {
    return [picture]
  }

  return typeof picture === 'object' && picture !== null && 'id' in picture
    ? [String(picture.id)]
    : []
}

/** The ids of all pictures of questions and of what they hold. */
export const picturesOf = (questions: unknown): string[] => {
  if (Array.isArray(questions)) {
    return [...new Set(questions.flatMap(picturesOf))]
  }
  if (typeof questions !== 'object' || questions === null) {
    return []
  }

  return Object.entries(questions).flatMap(([name, value]) =>
    name === 'picture' ? idIn(value) : picturesOf(value),
  )
}
