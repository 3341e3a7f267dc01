import Image from 'next/image'

/** The school's own mark, where Payload would show its logo: the same that the browser's tab wears. */
export const SchoolMark = () => (
  <Image alt="" height={20} src="/favicon.svg" unoptimized width={20} />
)
