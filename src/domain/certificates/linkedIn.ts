/**
 * Where LinkedIn offers a member to put a certificate on their profile ("Add to profile", by its
 * documented parameters). `issuedAt` is ISO 8601, `url` the page on which anybody may check it.
 */
export const linkedInUrl = ({
  course,
  issuedAt,
  number,
  school,
  url,
}: {
  course: string
  issuedAt: string
  number: string
  school: string
  url: string
}): string => {
  const issued = new Date(issuedAt)
  const query = new URLSearchParams({
    name: course,
    certId: number,
    certUrl: url,
    issueMonth: String(issued.getUTCMonth() + 1),
    issueYear: String(issued.getUTCFullYear()),
    organizationName: school,
    startTask: 'CERTIFICATION_NAME',
  })

  return `https://www.linkedin.com/profile/add?${query.toString()}`
}
