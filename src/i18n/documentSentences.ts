/** Namespaces of the messages that documents need in the browser; also read by the build, outside of every bundler. */
export const DOCUMENT_SENTENCES = [
  'certificate',
  'common',
  'course',
  'pages',
  'path',
  'reviews',
  'share',
  'shell',
  'ui',
] as const

/** Those that forms in documents need besides. */
export const FORM_SENTENCES = ['auth', 'checkout', 'errors'] as const
