/** Documents good enough to be created, by collection. */
export const DOCUMENTS: Record<string, Record<string, unknown>> = {
  coupons: { code: 'HOSTILE', maxRedemptions: 1, offers: [], percentOff: 5, startsAt: null },
  courses: {
    slug: 'hostile',
    _status: 'draft',
    cover: null,
    description: null,
    level: 'all',
    title: 'x',
  },
  offers: { course: null, isActive: true, kind: 'free', prices: [], title: 'x' },
  pages: { slug: 'hostile', layout: [], title: 'x' },
  quizzes: { passMark: 50, questions: [], title: 'x' },
}

/** What staff and members do is written down, what they only tried to do as well. */
const AUDITED = ['audit_chain', 'audit_entries', 'audit_heads']

/** What the calls leave that need nothing of their bodies: challenges for passkeys, which end by themselves, and a file of one's own asked for. */
export const CHALLENGED = [...AUDITED, 'auth_verifications', 'data_exports', 'events']

/** What may have changed where the owner created what is no more than odd. */
export const WRITTEN = [
  ...AUDITED,
  '_courses_v',
  '_pages_v',
  '_quizzes_v',
  'coupons',
  'coupons_rels',
  'courses',
  'events',
  'offers',
  'offers_prices',
  'offers_rels',
  'pages',
  'quizzes',
]

/** Queries and mutations in which `@` stands for what is hostile. */
export const GRAPHQL = [
  '{ Course(id: @) { id } }',
  '{ Courses(where: { id: { equals: @ } }) { docs { id } } }',
  '{ Courses(where: { id: { in: [@] } }) { docs { id } } }',
  '{ Courses(where: { title: { like: @ } }) { docs { id } } }',
  '{ Courses(where: { createdAt: { equals: @ } }) { docs { id } } }',
  '{ Courses(where: { instructor: { equals: @ } }) { docs { id } } }',
  '{ Courses(where: { description: { equals: @ } }) { docs { id } } }',
  '{ Courses(sort: @) { docs { id } } }',
  '{ Courses(limit: @) { docs { id } } }',
  '{ versionsCourses(where: { parent: { equals: @ } }) { docs { id } } }',
  'mutation { deleteCourse(id: @) { id } }',
  'mutation { updateCourse(id: @, data: { title: "x" }) { id } }',
  'mutation { updateOffer(id: @, data: { title: @ }) { id } }',
]

/** The same with what is hostile in the variable `a`. */
export const WITH_VARIABLE = [
  'query ($a: Int) { Courses(limit: $a) { totalDocs } }',
  'query ($a: String!) { Course(id: $a) { id } }',
  'query ($a: Course_where) { Courses(where: $a) { totalDocs } }',
  'query ($a: JSON) { Courses(where: { description: { equals: $a } }) { totalDocs } }',
]
