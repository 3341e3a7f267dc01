import type { Endpoint } from 'payload'

/**
 * DELETE /api/courses/:id moves a course to the trash, with the same confirmation as changing its
 * `deletedAt`; with `?trash=true` it removes for good what is there. Answers as Payload's own does.
 */
export const deleteCourse: Endpoint = {
  handler: async (req) => {
    const { payload, routeParams, searchParams } = req
    const asked = {
      id: String(routeParams?.id),
      collection: 'courses',
      depth: 0,
      overrideLock: false,
      req,
    } as const
    const doc =
      searchParams.get('trash') === 'true'
        ? await payload.delete({ ...asked, overrideAccess: false, trash: true })
        : await payload.update({
            ...asked,
            data: { deletedAt: new Date().toISOString() },
            overrideAccess: false,
          })

    return Response.json({ doc, message: req.t('general:deletedSuccessfully') })
  },
  method: 'delete',
  path: '/:id',
}
