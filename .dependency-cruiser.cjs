/** Upstream first. A domain may know the domains before it, never those after it. */
const DOMAINS = [
  'events',
  'tenancy',
  'mail',
  'identity',
  'translation',
  'media',
  'catalog',
  'commerce',
  'learning',
  'certificates',
  'affiliates',
  'marketing',
  'community',
  'live',
  'pages',
  'search',
  'analytics',
  'moderation',
  'integrations',
  'privacy',
]

/** What every room below the pages may use. */
const GROUND = ['^src/domain', '^src/database', '^src/(env|secrets|newId|payload-types)']

/** The rooms, and the only rooms each may look into (its own is always allowed). */
const ROOMS = {
  '^src/domain': [],
  '^src/database': [...GROUND, '^src/adapters/queue'],
  '^src/adapters': [...GROUND, '^src/messages'],
  '^src/emails': [
    '^src/domain',
    '^src/components/ui',
    '^src/messages',
    '^src/operations/tenancy/school',
  ],
  '^src/operations': [...GROUND, '^src/adapters', '^src/emails', '^hooks/(access|events)'],
  '^hooks': [...GROUND, '^src/operations', '^src/adapters', '^src/emails'],
  '^collections': [
    ...GROUND,
    '^hooks',
    '^blocks/[^/]+/config',
    '^blocks/index',
    '^endpoints/media/file',
  ],
  '^endpoints': [...GROUND, '^hooks/access', '^src/operations', '^src/adapters'],
  '^plugins': [
    ...GROUND,
    '^collections',
    '^hooks',
    '^endpoints',
    '^src/adapters',
    '^src/operations/media',
    '^blocks/index',
  ],
  '^blocks/[^/]+/config': ['^collections/fields', '^src/domain'],
  '^blocks': [...GROUND, '^src/components', '^src/operations', '^src/request', '^src/site'],
  '^src/components': [
    '^src/domain',
    '^src/payload-types',
    '^src/messages',
    '^src/i18n',
    '^src/operations/[^/]+/[^/]+\\.ts$',
  ],
  '^src/browser': ['^src/domain', '^src/components', '^src/messages'],
  '^src/app': [
    ...GROUND,
    '^src/(components|operations|messages|request|site|i18n|adapters/cache)',
    '^blocks',
    '^payload\\.config',
  ],
}

const ours = '^(src|hooks|collections|endpoints|plugins|blocks|payload\\.config)'
const tests = '(\\.test\\.tsx?$|^src/test/|\\.spec\\.ts$)'

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: { pathNot: tests },
      to: { circular: true },
    },
    ...Object.entries(ROOMS).map(([room, may]) => ({
      name: `room:${room.replace(/[^a-z/]/g, '')}`,
      comment: 'Each room may look only into the rooms named in ROOMS.',
      severity: 'error',
      from: {
        path: room,
        pathNot: [tests, ...(room === '^blocks' ? ['^blocks/[^/]+/config'] : [])],
      },
      to: { path: ours, pathNot: [room, ...may] },
    })),
    ...DOMAINS.map((domain, i) => ({
      name: `upstream-only:${domain}`,
      comment: 'Domains downstream are reached by facts alone.',
      severity: 'error',
      from: {
        path: `^(collections|hooks|endpoints|src/domain|src/operations)/${domain}/`,
        pathNot: tests,
      },
      to: {
        path: `^(collections|hooks|endpoints|src/domain|src/operations)/(${DOMAINS.slice(i + 1).join('|') || '-'})/`,
      },
    })),
    {
      name: 'domain-is-pure',
      comment: 'Rules are numbers in, numbers out.',
      severity: 'error',
      from: { path: '^src/domain', pathNot: tests },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    {
      name: 'only-adapters-speak-to-vendors',
      comment: 'A third party stands behind an adapter.',
      severity: 'error',
      from: { path: ours, pathNot: ['^src/adapters', '^plugins/vendor', tests] },
      to: {
        path: 'node_modules/(stripe|@mux|@paypal|razorpay|@aws-sdk|nodemailer|better-auth|@react-pdf|qrcode|ioredis)/',
      },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'What only tests use stays with the tests.',
      severity: 'error',
      from: { path: ours, pathNot: tests },
      to: { path: '^src/test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.next|importMap|src/bench/bare)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
}
