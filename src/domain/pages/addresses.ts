/** Collections whose public rows have pages of their own. */
export type Addressed = 'categories' | 'courses' | 'instructors' | 'pages' | 'paths'

/** Slug of the page that takes the place of a school's profile. */
export const ABOUT = 'about'

/** Where a school says how well everybody can use its site. */
export const ACCESSIBILITY_PATH = '/accessibility'

/** Slug of the page that is a school's front door. */
export const HOME = 'home'

/** Where the page stands that is answered, with status 404, for what a school does not have. */
export const NOT_FOUND = '/404'

/** Where visitors read a category of the catalog. */
export const categoryPath = (slug: string): string => `/courses/category/${slug}`

/** Where visitors read about an instructor. */
export const instructorPath = (slug: string): string => `/instructors/${slug}`

/** Where visitors read about a learning path. */
export const pathPath = (slug: string): string => `/paths/${slug}`

const PATHS = {
  categories: categoryPath,
  courses: (slug: string): string => `/courses/${slug}`,
  instructors: instructorPath,
  paths: pathPath,
}

/** Where visitors read the row of a slug, as in `/courses/light`; the page `home` is `/`. */
export const addressOf = (collection: Addressed, slug: string): string => {
  if (collection === 'pages') {
    return slug === HOME ? '/' : `/${slug}`
  }

  return PATHS[collection](slug)
}

/** Addresses of a school that are one person's own, or lead to such; each stands for itself alone. */
export const PERSONAL_PAGES: readonly string[] = [
  '/admin',
  '/cart',
  '/checkout',
  '/confirm',
  '/dashboard',
  '/forgot',
  '/gift',
  '/notes',
  '/reset',
  '/set-password',
  '/sign-in',
  '/sign-in-link',
  '/sign-up',
  '/switch',
  '/teaching-invitation',
]

/** Beginnings of such addresses. */
export const PERSONAL_FOLDERS: readonly string[] = [
  '/account/',
  '/admin/',
  '/api/',
  '/checkout/',
  '/internal/',
  '/invoices/',
  '/learn/',
  '/orders/',
  '/pay/',
  '/preview/',
]

/** Whether an address is one person's own, or leads to such. */
export const isPersonal = (path: string): boolean =>
  PERSONAL_PAGES.includes(path) || PERSONAL_FOLDERS.some((folder) => `${path}/`.startsWith(folder))

/** Personal pages that are read rather than worked in: documents. */
const PERSONAL_DOCUMENTS: readonly string[] = ['/cart', '/checkout', '/dashboard']

/** Whether a page is run by React in the browser. */
const isWorkedIn = (path: string): boolean => isPersonal(path) && !PERSONAL_DOCUMENTS.includes(path)

/** Personal pages that React runs and that are the same for whoever opens them: what is asked for is in the browser alone. */
const OF_NOBODY: readonly string[] = [
  '/confirm',
  '/forgot',
  '/gift',
  '/reset',
  '/set-password',
  '/sign-in',
  '/sign-in-link',
  '/sign-up',
  '/switch',
  '/teaching-invitation',
]

/** Whether a page is rendered anew for each request, and for whoever makes it. */
export const isRendered = (path: string): boolean => isWorkedIn(path) && !OF_NOBODY.includes(path)

/** Whether a page of a school can be read at its slug's address, which may be taken by one of our own. */
export const isReachable = (slug: string): boolean =>
  !['/courses', ACCESSIBILITY_PATH, NOT_FOUND, ...PERSONAL_PAGES].includes(addressOf('pages', slug))
