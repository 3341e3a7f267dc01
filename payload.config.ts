import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { en } from '@payloadcms/translations/languages/en'
import { he } from '@payloadcms/translations/languages/he'
import { ru } from '@payloadcms/translations/languages/ru'
import { buildConfig } from 'payload'
import sharp from 'sharp'

import { noMailOfPayloads } from '@/adapters/mail/payload'
import { withHonestCommit } from '@/database/commit'
import { withWholeStart } from '@/database/wholeStart'
import { withGivenIds } from '@/database/givenIds'
import { addPartialIndexes } from '@/database/partialIndexes'
import { scopedPg } from '@/database/pool'
import { roleUrl } from '@/database/roles'
import { findWalls, raiseWalls } from '@/database/schema'
import { leaveUnindexed } from '@/database/unindexed'
import { env } from '@/env'
import { deriveSecret } from '@/secrets'
import { openCheckouts } from '@endpoints/commerce/checkoutPage'
import { openDashboards } from '@endpoints/pages/dashboardPage'
import { openLessonPages } from '@endpoints/learning/lessonPage'
import { openEdges } from '@endpoints/learning/edges'
import { openStreams } from '@endpoints/learning/streams'
import { openPackageHosts } from '@endpoints/learning/packageHosts'
import { openTus } from '@endpoints/media/tus'
import { openUploads } from '@endpoints/media/uploads'
import { openLane } from '@endpoints/support/lane'
import { plugins } from '@plugins/index'
import { editor } from '@plugins/vendor/editor'

const root = path.dirname(fileURLToPath(import.meta.url))

export default buildConfig({
  admin: {
    avatar: 'default',
    components: {
      graphics: {
        Icon: '/src/components/admin/SchoolMark#SchoolMark',
        Logo: '/src/components/admin/SchoolMark#SchoolMark',
      },
      providers: [
        '/src/components/admin/UploadsProvider#UploadsProvider',
        '/src/components/admin/ProofProvider#ProofProvider',
      ],
      views: {
        dashboard: { Component: '/src/components/admin/start/StartPage#StartPage' },
      },
    },
    importMap: {
      autoGenerate: false,
      baseDir: root,
      importMapFile: path.resolve(root, 'src/app/(payload)/admin/importMap.js'),
    },
    meta: { defaultOGImageType: 'off', titleSuffix: '' },
    user: 'users',
  },
  // Tokens are ours to read; one in `Authorization` is none of Payload's.
  auth: { jwtOrder: ['cookie'] },
  db: withWholeStart(
    withGivenIds(
      withHonestCommit(
        postgresAdapter({
          afterSchemaInit: [raiseWalls, addPartialIndexes],
          beforeSchemaInit: [findWalls, leaveUnindexed],
          blocksAsJSON: true,
          disableCreateDatabase: true,
          idType: 'uuidv7',
          migrationDir: path.resolve(root, 'src/migrations'),
          pg: scopedPg,
          pool: {
            connectionString: env().isOwner ? env().DATABASE_URL : roleUrl('lectern_app'),
            max: env().PGPOOL_MAX,
          },
          push: false,
        }),
      ),
    ),
  ),
  editor,
  email: noMailOfPayloads,
  i18n: {
    fallbackLanguage: 'en',
    supportedLanguages: { en, he, ru },
    translations: {
      en: {
        lectern: {
          curriculum: 'Curriculum',
          learners: 'Learners',
          statistics: 'Statistics',
          translations: 'Translations',
        },
      },
      he: {
        lectern: {
          curriculum: 'תוכנית הלימודים',
          learners: 'לומדים',
          statistics: 'נתונים',
          translations: 'תרגומים',
        },
      },
      ru: {
        lectern: {
          curriculum: 'Программа',
          learners: 'Студенты',
          statistics: 'Статистика',
          translations: 'Переводы',
        },
      },
    },
  },
  jobs: {
    access: { cancel: () => false, queue: () => false, run: () => false },
    jobsCollectionOverrides: ({ defaultJobsCollection }) => ({
      ...defaultJobsCollection,
      access: {
        admin: () => false,
        create: () => false,
        delete: () => false,
        read: () => false,
        update: () => false,
      },
    }),
  },
  logger: { options: { level: env().LOG_LEVEL } },
  onInit: (payload) => {
    openLane(payload)
    openUploads(payload)
    openTus(payload)
    openCheckouts(payload)
    openDashboards(payload)
    openLessonPages(payload)
    openStreams(payload)
    openEdges(payload)
    openPackageHosts(payload)
  },
  plugins,
  secret: deriveSecret({ purpose: 'payload' }),
  sharp,
  telemetry: false,
  typescript: { autoGenerate: false, outputFile: path.resolve(root, 'src/payload-types.ts') },
})
