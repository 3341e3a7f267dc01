import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { SanitizedConfig } from 'payload'

import { generateImportMap } from 'payload'
import { generateTypes } from 'payload/node'

import type { GeneratedFile } from './files'

const TYPES = 'src/payload-types.ts'
const IMPORT_MAP = 'src/app/(payload)/admin/importMap.js'

/**
 * The files that Payload makes of its configuration: the types of every document, and the map of the
 * admin's components. Payload can only write them, so it does so into a folder of its own.
 */
export const generatedByPayload = async (config: SanitizedConfig): Promise<GeneratedFile[]> => {
  const scratch = await mkdtemp(path.join(tmpdir(), 'lectern-generate-'))
  const importMapFile = path.join(scratch, IMPORT_MAP)
  const outputFile = path.join(scratch, 'types.ts')
  try {
    await mkdir(path.dirname(importMapFile), { recursive: true })
    const elsewhere = {
      ...config,
      admin: {
        ...config.admin,
        importMap: { ...config.admin.importMap, baseDir: scratch, importMapFile },
      },
      typescript: { ...config.typescript, outputFile },
    }
    await generateTypes(elsewhere, { log: false })
    await generateImportMap(elsewhere, { force: true, log: false })

    return [
      { file: TYPES, text: await readFile(outputFile, 'utf8') },
      { file: IMPORT_MAP, text: await readFile(importMapFile, 'utf8') },
    ]
  } finally {
    await rm(scratch, { force: true, recursive: true })
  }
}
