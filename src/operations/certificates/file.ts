import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { renderCertificate } from '@/adapters/pdf/certificate'
import { storage } from '@/adapters/storage'
import { row, rows } from '@/database/transaction'
import { spokenIn } from '@/domain/tenancy/spoken'
import { logoPng } from '@/operations/media/brandPictures'
import { schoolOf } from '@/operations/tenancy/school'

type Row = {
  course: string
  fileKey: null | string
  issuedAt: Date
  learner: string
  /** That of the page; null on those issued before there was a choice. */
  locale: Locale | null
  serial: string
}

/**
 * Where the PDF of a certificate lies in the storage; renders and stores it first when it is not there.
 * Two callers at once store the same page twice, under one key. Null without such a certificate.
 */
export const certificateFile = async ({
  id,
  req,
  tenant,
}: {
  id: string
  req: PayloadRequest
  tenant: string
}): Promise<null | string> => {
  const found = await row<Row>(
    req,
    sql`select learner_name as learner, course_title as course, serial, issued_at as "issuedAt", locale,
          file_key as "fileKey"
        from certificates where id = ${id} and tenant_id = ${tenant}`,
  )
  const school = found && (await schoolOf({ req, tenant }))
  if (!found || !school) {
    return null
  }
  const { course, fileKey, issuedAt, learner, serial } = found
  if (fileKey && (await storage().head(fileKey))) {
    return fileKey
  }
  const locale = found.locale ?? school.locale
  const { name, brand, origin, timeZone } = spokenIn(school, locale)
  const png = await logoPng(school)
  const body = await renderCertificate({
    course,
    issuedAt: new Date(issuedAt),
    learner,
    locale,
    school: { ...brand, name, logo: png && school.logo && { ...school.logo, png } },
    serial,
    timeZone,
    verifyUrl: `${origin}/certificates/${serial}`,
  })
  const key = `${tenant}/certificates/${serial}.pdf`
  await storage().put({ body, contentType: 'application/pdf', key })
  await rows(
    req,
    sql`update certificates set file_key = ${key}, updated_at = now() where id = ${id}`,
  )

  return key
}
