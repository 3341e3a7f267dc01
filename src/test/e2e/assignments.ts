import type { Visitor } from './visitor'

import { make } from './admin'

const paragraph = (text: string) => ({
  root: {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', text, version: 1 }], version: 1 }],
    direction: null,
    format: '',
    indent: 0,
    version: 1,
  },
})

/** A course on sale for nothing, with one lesson: an assignment, as its author would fill it in. */
export const assignmentCourse = async (
  owner: Visitor,
  { assignment, task, title }: { assignment: object; task: string; title: string },
): Promise<{ course: string; lesson: string; slug: string }> => {
  const slug = `work-${Date.now().toString(36)}-${process.pid}`
  const course = await make(owner, 'courses', { slug, _status: 'published', title })
  const section = await make(owner, 'sections', { course, title })
  const lesson = await make(owner, 'lessons', {
    _status: 'published',
    assignment,
    body: paragraph(task),
    completion: { rule: 'passed' },
    course,
    kind: 'assignment',
    section,
    title,
  })
  await make(owner, 'offers', {
    course,
    isActive: true,
    isDefault: true,
    kind: 'free',
    prices: [],
    title,
  })

  return { slug, course, lesson }
}

/** A PDF of one empty page that takes at least so many bytes (ISO 32000-1, 7.5). */
export const pageOfBytes = (bytes: number): Buffer => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>',
  ].map((body, at) => `${at + 1} 0 obj ${body} endobj\n`)
  const head = `%PDF-1.4\n%${' '.repeat(bytes)}\n`
  const places = objects.map((_, at) => head.length + objects.slice(0, at).join('').length)
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)
  const table = head.length + objects.join('').length

  return Buffer.from(
    `${head}${objects.join('')}xref\n0 4\n0000000000 65535 f \n${entries.join('')}trailer << /Size 4 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`,
    'latin1',
  )
}
