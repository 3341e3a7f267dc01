/** What a file is to whoever looks for it; `document` is whatever is none of the others. */
export const FILE_KINDS = ['image', 'video', 'audio', 'document', 'captions', 'package'] as const

export type FileKind = (typeof FILE_KINDS)[number]

/** By what a school's files are narrowed besides their kind; `unused` are those that nothing names. */
export const FILE_STATES = ['failed', 'processing', 'quarantined', 'unused'] as const

export type FileState = (typeof FILE_STATES)[number]

export const FILE_SORTS = ['newest', 'oldest', 'name', 'largest'] as const

export type FileSort = (typeof FILE_SORTS)[number]

/** What can name a file. */
export type UseKind =
  | 'bankQuestion'
  | 'course'
  | 'edition'
  | 'instructor'
  | 'lesson'
  | 'other'
  | 'page'
  | 'path'
  | 'quiz'
  | 'school'


/** A document that names a file; `within` is the course of a lesson. */
export type FileUse = {
  id: string
  kind: UseKind
  title: null | string
  within: null | string
}

/** What a file is, by its type, and whether it is a package that plays. */
export const fileKind = (type: null | string, isPackage = false): FileKind => {
  const [first] = (type ?? '').split('/')
  if (first === 'image' || first === 'video' || first === 'audio') {
    return first
  }
  if (type === 'text/vtt') {
    return 'captions'
  }

  return isPackage ? 'package' : 'document'
}

/** Most files that are moved or deleted at a time. */
export const MOST_FILES_AT_ONCE = 200

/** The page of the admin on which a use can be changed; none for what is kept as it was. */
export const placeHref = ({ id, kind }: Pick<FileUse, 'id' | 'kind'>): null | string => {
  const collection = {
    bankQuestion: 'bank-questions',
    course: 'courses',
    edition: null,
    instructor: 'instructors',
    lesson: 'lessons',
    other: null,
    page: 'pages',
    path: 'paths',
    quiz: 'quizzes',
    school: 'tenants',
  }[kind]

  return collection && `/admin/collections/${collection}/${id}`
}
