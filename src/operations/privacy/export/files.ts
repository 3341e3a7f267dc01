import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { portraitKey } from '@/domain/identity/portraits'
import { workKey } from '@/domain/media/keys'

/** A stored file of a person: where it lies, and under which name it goes into an archive. */
export type PersonalFile = { key: string; name: string }

type Found = {
  certificates: { key: string; number: string }[]
  image: null | string
  works: { filename: string; id: string }[]
}

/** The picture of an account, what its person handed in, and the certificates that were made for them. */
export const personalFiles = async ({
  account,
  req,
  tenant,
}: {
  account: string
  req: PayloadRequest
  tenant: string
}): Promise<PersonalFile[]> => {
  const [found] = await rows<Found>(
    req,
    sql`select p.image,
          (select coalesce(json_agg(json_build_object('key', c.file_key, 'number', c.number) order by c.id), '[]') from certificates c
            where c.learner_id = p.id and c.file_key is not null) as certificates,
          (select coalesce(json_agg(json_build_object('id', f.id, 'filename', f.filename) order by f.id), '[]') from submission_files f
            where f.learner_id = p.id) as works
        from users p where p.id = ${account}`,
  )
  const picture = portraitKey({ account, picture: found?.image ?? null, tenant })

  return [
    ...(picture ? [{ name: 'files/picture.webp', key: picture }] : []),
    ...(found?.certificates ?? []).map(({ key, number }) => ({
      name: `files/certificates/${plain(number)}.pdf`,
      key,
    })),
    ...(found?.works ?? []).map(({ id, filename }) => ({
      name: `files/handed-in/${id}/${plain(filename)}`,
      key: workKey({ id, filename, tenant }),
    })),
  ]
}

/** A name of one segment that every file system takes. */
const plain = (name: string): string =>
  name.replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, '_').replace(/^\.+/, '_') || '_'
