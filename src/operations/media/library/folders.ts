import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/** A folder, and how many files lie in it itself. */
export type ShownFolder = { files: number; id: string; name: string; parent: null | string }

/** All folders of the school, by name. */
export const listFolders = (req: PayloadRequest): Promise<ShownFolder[]> =>
  rows<ShownFolder>(
    req,
    sql`select f.id, f.name, f.parent_id as parent, (select count(*)::int from media m where m.folder_id = f.id) as files
        from media_folders f order by lower(f.name), f.id limit 2000`,
  )
